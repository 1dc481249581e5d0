// Made by `npm run generate:client` from the document of /api/v1; do not edit.

export interface paths {
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The site, and who is signed in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            site: {
                                name: string;
                                slug: string;
                                tenant: string;
                                language: string | null;
                                is_default: boolean;
                            };
                            account: {
                                uuid: string;
                                name: string;
                                username: string;
                                email: string;
                                /** @enum {string} */
                                role: "member" | "staff" | "admin" | "owner";
                                locale: string | null;
                                is_operator: boolean;
                            } | null;
                            participant: {
                                id: number;
                                full_name: string;
                                class: string | null;
                                event_id: number;
                            } | null;
                        };
                    };
                };
                /** @description A problem */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
                /** @description A problem */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Sign in by a password, or as a participant by a login key: sets a cookie
         * @description Failures are counted by account and by address; too many are 429.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description Username or e-mail */
                        login: string;
                        password: string;
                    } | {
                        /** @description The login key of a participant */
                        key: string;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            site: {
                                name: string;
                                slug: string;
                                tenant: string;
                                language: string | null;
                                is_default: boolean;
                            };
                            account: {
                                uuid: string;
                                name: string;
                                username: string;
                                email: string;
                                /** @enum {string} */
                                role: "member" | "staff" | "admin" | "owner";
                                locale: string | null;
                                is_operator: boolean;
                            } | null;
                            participant: {
                                id: number;
                                full_name: string;
                                class: string | null;
                                event_id: number;
                            } | null;
                        };
                    };
                };
                /** @description A problem */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
                /** @description A problem */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
            };
        };
        /** Sign out */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
                /** @description A problem */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The people of the tenant
         * @description With `updated_since` in the order of their changes, up to the oldest transaction that still runs: whoever goes on with `since` of each answer misses nobody. Who was erased is told by `/activity?verb=erased`.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Part of a username, an e-mail or a name */
                    search?: string;
                    role?: "member" | "staff" | "admin" | "owner";
                    is_active?: boolean;
                    /** @description With `-` the other way round; by number otherwise */
                    sort?: "name" | "-name" | "username" | "-username" | "email" | "-email" | "created_at" | "-created_at" | "last_login_at" | "-last_login_at";
                    /** @description What was changed since: a date, a moment, or `since` of the answer before, which misses nothing */
                    updated_since?: string;
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                uuid: string;
                                /** @description By which the older interfaces and the log name the person */
                                number: number;
                                username: string;
                                email: string;
                                name: string;
                                /** @enum {string} */
                                role: "member" | "staff" | "admin" | "owner";
                                is_active: boolean;
                                /** Format: date-time */
                                created_at: string;
                                last_login_at: string | null;
                                /** Format: date-time */
                                updated_at?: string;
                            }[];
                            next: string | null;
                            since: string | null;
                        };
                    };
                };
                /** @description A problem */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
                /** @description A problem */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Register a person
         * @description A letter lets them choose a password, which makes them active. The role is at most the own.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        first_name?: string;
                        last_name?: string;
                        username?: string;
                        /** @enum {string} */
                        role?: "member" | "staff" | "admin" | "owner";
                        profile?: {
                            level_of_education?: string | number | null;
                            gender?: string | number | null;
                            mailing_address?: string | number | null;
                            city?: string | number | null;
                            country?: string | number | null;
                            goals?: string | number | null;
                            bio?: string | number | null;
                            year_of_birth?: string | number | null;
                            language?: string | number | null;
                        };
                        extra?: {
                            [key: string]: unknown;
                        };
                        email: string;
                    };
                    "application/x-www-form-urlencoded": {
                        name?: string;
                        first_name?: string;
                        last_name?: string;
                        username?: string;
                        /** @enum {string} */
                        role?: "member" | "staff" | "admin" | "owner";
                        profile?: {
                            level_of_education?: string | number | null;
                            gender?: string | number | null;
                            mailing_address?: string | number | null;
                            city?: string | number | null;
                            country?: string | number | null;
                            goals?: string | number | null;
                            bio?: string | number | null;
                            year_of_birth?: string | number | null;
                            language?: string | number | null;
                        };
                        extra?: {
                            [key: string]: unknown;
                        };
                        email: string;
                    };
                    "multipart/form-data": {
                        name?: string;
                        first_name?: string;
                        last_name?: string;
                        username?: string;
                        /** @enum {string} */
                        role?: "member" | "staff" | "admin" | "owner";
                        profile?: {
                            level_of_education?: string | number | null;
                            gender?: string | number | null;
                            mailing_address?: string | number | null;
                            city?: string | number | null;
                            country?: string | number | null;
                            goals?: string | number | null;
                            bio?: string | number | null;
                            year_of_birth?: string | number | null;
                            language?: string | number | null;
                        };
                        extra?: {
                            [key: string]: unknown;
                        };
                        email: string;
                    };
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            uuid: string;
                            /** @description By which the older interfaces and the log name the person */
                            number: number;
                            username: string;
                            email: string;
                            name: string;
                            /** @enum {string} */
                            role: "member" | "staff" | "admin" | "owner";
                            is_active: boolean;
                            /** Format: date-time */
                            created_at: string;
                            last_login_at: string | null;
                            first_name: string;
                            last_name: string;
                            email_confirmed_at: string | null;
                            deactivated_at: string | null;
                            phone: string | null;
                            zip_code: string | null;
                            locale: string | null;
                            profile: {
                                level_of_education: string | null;
                                gender: string | null;
                                mailing_address: string | null;
                                city: string | null;
                                country: string | null;
                                goals: string | null;
                                bio: string | null;
                                year_of_birth: number | null;
                                language: string | null;
                            };
                            /** @description The site's own registration fields */
                            extra: {
                                [key: string]: unknown;
                            };
                            may: {
                                /** @description Whether the caller may change this person */
                                change: boolean;
                                erase: boolean;
                            };
                        };
                    };
                };
                /** @description A problem */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
                /** @description A problem */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{uuid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the people */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Of the person */
                    uuid: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            uuid: string;
                            /** @description By which the older interfaces and the log name the person */
                            number: number;
                            username: string;
                            email: string;
                            name: string;
                            /** @enum {string} */
                            role: "member" | "staff" | "admin" | "owner";
                            is_active: boolean;
                            /** Format: date-time */
                            created_at: string;
                            last_login_at: string | null;
                            first_name: string;
                            last_name: string;
                            email_confirmed_at: string | null;
                            deactivated_at: string | null;
                            phone: string | null;
                            zip_code: string | null;
                            locale: string | null;
                            profile: {
                                level_of_education: string | null;
                                gender: string | null;
                                mailing_address: string | null;
                                city: string | null;
                                country: string | null;
                                goals: string | null;
                                bio: string | null;
                                year_of_birth: number | null;
                                language: string | null;
                            };
                            /** @description The site's own registration fields */
                            extra: {
                                [key: string]: unknown;
                            };
                            may: {
                                /** @description Whether the caller may change this person */
                                change: boolean;
                                erase: boolean;
                            };
                        };
                    };
                };
                /** @description A problem */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
                /** @description A problem */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /**
         * Erase a person
         * @description Everything that says who they were is deleted; a last letter tells them. There is no way back.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Of the person */
                    uuid: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
                /** @description A problem */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /**
         * Change a person
         * @description Nobody changes somebody of a higher role or gives a role above the own; the last active owner stays one. A new e-mail must be confirmed before the next sign-in; the own one changes when the link of a letter is used.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Of the person */
                    uuid: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        first_name?: string;
                        last_name?: string;
                        username?: string;
                        /** @enum {string} */
                        role?: "member" | "staff" | "admin" | "owner";
                        profile?: {
                            level_of_education?: string | number | null;
                            gender?: string | number | null;
                            mailing_address?: string | number | null;
                            city?: string | number | null;
                            country?: string | number | null;
                            goals?: string | number | null;
                            bio?: string | number | null;
                            year_of_birth?: string | number | null;
                            language?: string | number | null;
                        };
                        extra?: {
                            [key: string]: unknown;
                        };
                        email?: string;
                        /** @description false shuts the account, true opens it */
                        is_active?: boolean;
                        phone?: string | null;
                        zip_code?: string | null;
                        /** @enum {string} */
                        locale?: "en" | "nl" | "de";
                    };
                    "application/x-www-form-urlencoded": {
                        name?: string;
                        first_name?: string;
                        last_name?: string;
                        username?: string;
                        /** @enum {string} */
                        role?: "member" | "staff" | "admin" | "owner";
                        profile?: {
                            level_of_education?: string | number | null;
                            gender?: string | number | null;
                            mailing_address?: string | number | null;
                            city?: string | number | null;
                            country?: string | number | null;
                            goals?: string | number | null;
                            bio?: string | number | null;
                            year_of_birth?: string | number | null;
                            language?: string | number | null;
                        };
                        extra?: {
                            [key: string]: unknown;
                        };
                        email?: string;
                        /** @description false shuts the account, true opens it */
                        is_active?: boolean;
                        phone?: string | null;
                        zip_code?: string | null;
                        /** @enum {string} */
                        locale?: "en" | "nl" | "de";
                    };
                    "multipart/form-data": {
                        name?: string;
                        first_name?: string;
                        last_name?: string;
                        username?: string;
                        /** @enum {string} */
                        role?: "member" | "staff" | "admin" | "owner";
                        profile?: {
                            level_of_education?: string | number | null;
                            gender?: string | number | null;
                            mailing_address?: string | number | null;
                            city?: string | number | null;
                            country?: string | number | null;
                            goals?: string | number | null;
                            bio?: string | number | null;
                            year_of_birth?: string | number | null;
                            language?: string | number | null;
                        };
                        extra?: {
                            [key: string]: unknown;
                        };
                        email?: string;
                        /** @description false shuts the account, true opens it */
                        is_active?: boolean;
                        phone?: string | null;
                        zip_code?: string | null;
                        /** @enum {string} */
                        locale?: "en" | "nl" | "de";
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            uuid: string;
                            /** @description By which the older interfaces and the log name the person */
                            number: number;
                            username: string;
                            email: string;
                            name: string;
                            /** @enum {string} */
                            role: "member" | "staff" | "admin" | "owner";
                            is_active: boolean;
                            /** Format: date-time */
                            created_at: string;
                            last_login_at: string | null;
                            first_name: string;
                            last_name: string;
                            email_confirmed_at: string | null;
                            deactivated_at: string | null;
                            phone: string | null;
                            zip_code: string | null;
                            locale: string | null;
                            profile: {
                                level_of_education: string | null;
                                gender: string | null;
                                mailing_address: string | null;
                                city: string | null;
                                country: string | null;
                                goals: string | null;
                                bio: string | null;
                                year_of_birth: number | null;
                                language: string | null;
                            };
                            /** @description The site's own registration fields */
                            extra: {
                                [key: string]: unknown;
                            };
                            may: {
                                /** @description Whether the caller may change this person */
                                change: boolean;
                                erase: boolean;
                            };
                        };
                    };
                };
                /** @description A problem */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
                /** @description A problem */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The invitations of the tenant, the newest first */
        get: {
            parameters: {
                query?: {
                    /** @description true: only those that can be accepted still */
                    is_open?: boolean;
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                uuid: string;
                                email: string;
                                first_name: string;
                                last_name: string;
                                /** @enum {string} */
                                role: "member" | "staff" | "admin" | "owner";
                                /** @enum {string} */
                                state: "open" | "accepted" | "expired" | "revoked";
                                invited_by: {
                                    /** Format: uuid */
                                    uuid: string;
                                    name: string;
                                } | null;
                                /** Format: date-time */
                                created_at: string;
                                /** Format: date-time */
                                expires_at: string;
                                first_opened_at: string | null;
                                accepted_at: string | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description A problem */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
                /** @description A problem */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Invite somebody by a letter
         * @description Its link is good once. The role is at most the own.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        first_name?: string;
                        last_name?: string;
                        /** @enum {string} */
                        role?: "member" | "staff" | "admin" | "owner";
                        /**
                         * @description Of the letter
                         * @enum {string}
                         */
                        language?: "en" | "nl" | "de";
                    };
                    "application/x-www-form-urlencoded": {
                        email: string;
                        first_name?: string;
                        last_name?: string;
                        /** @enum {string} */
                        role?: "member" | "staff" | "admin" | "owner";
                        /**
                         * @description Of the letter
                         * @enum {string}
                         */
                        language?: "en" | "nl" | "de";
                    };
                    "multipart/form-data": {
                        email: string;
                        first_name?: string;
                        last_name?: string;
                        /** @enum {string} */
                        role?: "member" | "staff" | "admin" | "owner";
                        /**
                         * @description Of the letter
                         * @enum {string}
                         */
                        language?: "en" | "nl" | "de";
                    };
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            uuid: string;
                            email: string;
                            first_name: string;
                            last_name: string;
                            /** @enum {string} */
                            role: "member" | "staff" | "admin" | "owner";
                            /** @enum {string} */
                            state: "open" | "accepted" | "expired" | "revoked";
                            invited_by: {
                                /** Format: uuid */
                                uuid: string;
                                name: string;
                            } | null;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            expires_at: string;
                            first_opened_at: string | null;
                            accepted_at: string | null;
                        };
                    };
                };
                /** @description A problem */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
                /** @description A problem */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{uuid}/letter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the letter again
         * @description With another link and a new expiry; the old link ends.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Of the invitation */
                    uuid: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            uuid: string;
                            email: string;
                            first_name: string;
                            last_name: string;
                            /** @enum {string} */
                            role: "member" | "staff" | "admin" | "owner";
                            /** @enum {string} */
                            state: "open" | "accepted" | "expired" | "revoked";
                            invited_by: {
                                /** Format: uuid */
                                uuid: string;
                                name: string;
                            } | null;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            expires_at: string;
                            first_opened_at: string | null;
                            accepted_at: string | null;
                        };
                    };
                };
                /** @description A problem */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
                /** @description A problem */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{uuid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an invitation back */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Of the invitation */
                    uuid: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
                /** @description A problem */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened in the tenant, newest first */
        get: {
            parameters: {
                query?: {
                    /** @description The uuid of who did it */
                    author?: string;
                    /** @description `registered`, `changed`, `erased` and others */
                    verb?: string;
                    /** @description `person`, `course`, `event`, `workshop`, `booking` and others */
                    object_type?: string;
                    /** @description Not before: a date or a moment, UTC unless it says */
                    since?: string;
                    /** @description Before: a date or a moment, UTC unless it says */
                    until?: string;
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                /** Format: date-time */
                                at: string;
                                author: {
                                    /** @enum {string} */
                                    kind: "account" | "participant" | "command" | "system" | "anyone";
                                    uuid: string | null;
                                    name: string | null;
                                };
                                verb: string;
                                object: {
                                    type: string;
                                    /** @description Its number in the log, which stays when the thing is gone */
                                    number: string;
                                    id: string | null;
                                    name: string | null;
                                };
                                result: {
                                    type: string;
                                    /** @description Its number in the log, which stays when the thing is gone */
                                    number: string;
                                    id: string | null;
                                    name: string | null;
                                } | null;
                                /** @description Names of what was changed */
                                fields: string[];
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description A problem */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
                /** @description A problem */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{uuid}/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a person did and what happened to them, newest first
         * @description Admins and the person see all of it, other staff what is public, such as comments.
         */
        get: {
            parameters: {
                query?: {
                    /** @description `registered`, `changed`, `erased` and others */
                    verb?: string;
                    /** @description `person`, `course`, `event`, `workshop`, `booking` and others */
                    object_type?: string;
                    /** @description Not before: a date or a moment, UTC unless it says */
                    since?: string;
                    /** @description Before: a date or a moment, UTC unless it says */
                    until?: string;
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                };
                header?: never;
                path: {
                    uuid: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: number;
                                /** Format: date-time */
                                at: string;
                                author: {
                                    /** @enum {string} */
                                    kind: "account" | "participant" | "command" | "system" | "anyone";
                                    uuid: string | null;
                                    name: string | null;
                                };
                                verb: string;
                                object: {
                                    type: string;
                                    /** @description Its number in the log, which stays when the thing is gone */
                                    number: string;
                                    id: string | null;
                                    name: string | null;
                                };
                                result: {
                                    type: string;
                                    /** @description Its number in the log, which stays when the thing is gone */
                                    number: string;
                                    id: string | null;
                                    name: string | null;
                                } | null;
                                /** @description Names of what was changed */
                                fields: string[];
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description A problem */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
                /** @description A problem */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Comments on a thing */
        get: {
            parameters: {
                query: {
                    target_type: "person" | "course" | "event" | "workshop" | "booking";
                    /** @description The uuid of a person or booking, the key of a course, the number of an event or workshop */
                    target_id: string;
                    /** @description Oldest first otherwise */
                    sort?: "created_at" | "-created_at";
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                uuid: string;
                                author: {
                                    /** Format: uuid */
                                    uuid: string;
                                    name: string;
                                };
                                content: string;
                                /** Format: date-time */
                                created_at: string;
                                changed_at: string | null;
                                /** @description For `If-Match` of a change */
                                etag: string;
                                /** @description Whether the caller may change or delete it */
                                may_change: boolean;
                            }[];
                            next: string | null;
                        };
                    };
                };
                /** @description A problem */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
                /** @description A problem */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
            };
        };
        put?: never;
        /**
         * Comment on a thing
         * @description Whom the thing concerns is told.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        target_type: "person" | "course" | "event" | "workshop" | "booking";
                        /** @description The uuid of a person or booking, the key of a course, the number of an event or workshop */
                        target_id: string;
                        content: string;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @enum {string} */
                        target_type: "person" | "course" | "event" | "workshop" | "booking";
                        /** @description The uuid of a person or booking, the key of a course, the number of an event or workshop */
                        target_id: string;
                        content: string;
                    };
                    "multipart/form-data": {
                        /** @enum {string} */
                        target_type: "person" | "course" | "event" | "workshop" | "booking";
                        /** @description The uuid of a person or booking, the key of a course, the number of an event or workshop */
                        target_id: string;
                        content: string;
                    };
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            uuid: string;
                            author: {
                                /** Format: uuid */
                                uuid: string;
                                name: string;
                            };
                            content: string;
                            /** Format: date-time */
                            created_at: string;
                            changed_at: string | null;
                            /** @description For `If-Match` of a change */
                            etag: string;
                            /** @description Whether the caller may change or delete it */
                            may_change: boolean;
                        };
                    };
                };
                /** @description A problem */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
                /** @description A problem */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments/{uuid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a comment: its author, or an admin */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Of the comment */
                    uuid: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Done */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description A problem */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
                /** @description A problem */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change a comment: its author, or an admin */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Of the comment */
                    uuid: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        content: string;
                    };
                    "application/x-www-form-urlencoded": {
                        content: string;
                    };
                    "multipart/form-data": {
                        content: string;
                    };
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            uuid: string;
                            author: {
                                /** Format: uuid */
                                uuid: string;
                                name: string;
                            };
                            content: string;
                            /** Format: date-time */
                            created_at: string;
                            changed_at: string | null;
                            /** @description For `If-Match` of a change */
                            etag: string;
                            /** @description Whether the caller may change or delete it */
                            may_change: boolean;
                        };
                    };
                };
                /** @description A problem */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
                /** @description A problem */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures of the tenant: people, sign-ups, registrations, fill, enrolments */
        get: {
            parameters: {
                query?: {
                    /** @description Up to today */
                    days?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /**
                             * Format: date
                             * @description The first day counted
                             */
                            since: string;
                            /**
                             * Format: date
                             * @description The last, which is not over
                             */
                            until: string;
                            people: {
                                /** @enum {string} */
                                role: "member" | "staff" | "admin" | "owner";
                                active: number;
                                inactive: number;
                            }[];
                            sign_ups: {
                                /**
                                 * Format: date
                                 * @description Of UTC; days without any are left out
                                 */
                                day: string;
                                count: number;
                            }[];
                            registrations: {
                                /**
                                 * Format: date
                                 * @description Of UTC; days without any are left out
                                 */
                                day: string;
                                count: number;
                            }[];
                            /** @description Of events that are open now, at most 200 */
                            workshops: {
                                id: number;
                                title: string;
                                event_id: number;
                                event_name: string;
                                capacity: number;
                                taken: number;
                            }[];
                            /** @description Of the busiest courses */
                            enrolments: {
                                course_key: string;
                                course_name: string;
                                /**
                                 * Format: date
                                 * @description Of UTC; days without any are left out
                                 */
                                day: string;
                                count: number;
                            }[];
                        };
                    };
                };
                /** @description A problem */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
                /** @description A problem */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            type: string;
                            status: number;
                            /** @description A sentence for people */
                            title: string;
                            /** @description A word for programs, `<noun>.<reason>` */
                            code: string;
                            errors: {
                                /** @description JSON pointer into the body, or the name of a parameter */
                                pointer: string;
                                message: string;
                            }[];
                            detail?: {
                                [key: string]: unknown;
                            };
                            request_id: string;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
