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
                                /** @description The site demands one of its staff, and this person has none: only `/me` and `/session` answer */
                                lacks_second_factor: boolean;
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
         * @description Failures are counted by account and by address; too many are 429. An account with a second factor answers 401 `login.second_factor` to the right password, until a `code` comes along.
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
                        /** @description Of the app, or a recovery code, where one is asked for */
                        code?: string;
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
                                /** @description The site demands one of its staff, and this person has none: only `/me` and `/session` answer */
                                lacks_second_factor: boolean;
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
    "/api/v1/sign-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a tenant with its owner
         * @description On the default site only. The tenant answers at its address at once; it becomes active when the owner confirms the e-mail by the link of the letter, or when an operator approves it (setting `sign_up`). Sent again, the name is taken.
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
                        /** @description Of the tenant, unique */
                        name: string;
                        /** @description Letters, digits and hyphens, unique */
                        subdomain: string;
                        /** @description The owner's */
                        email: string;
                        password: string;
                        first_name?: string;
                        last_name?: string;
                        /** @enum {string} */
                        locale?: "en" | "de" | "nl";
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description Of the tenant, unique */
                        name: string;
                        /** @description Letters, digits and hyphens, unique */
                        subdomain: string;
                        /** @description The owner's */
                        email: string;
                        password: string;
                        first_name?: string;
                        last_name?: string;
                        /** @enum {string} */
                        locale?: "en" | "de" | "nl";
                    };
                    "multipart/form-data": {
                        /** @description Of the tenant, unique */
                        name: string;
                        /** @description Letters, digits and hyphens, unique */
                        subdomain: string;
                        /** @description The owner's */
                        email: string;
                        password: string;
                        first_name?: string;
                        last_name?: string;
                        /** @enum {string} */
                        locale?: "en" | "de" | "nl";
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
                            subdomain: string;
                            /** @description Where the tenant is reached */
                            address: string;
                            /** @enum {string} */
                            awaits: "confirmation" | "approval";
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
    "/api/v1/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a letter to set a forgotten password
         * @description The same answer, and in the same time, whether or not somebody here has that address.
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
                    };
                    "application/x-www-form-urlencoded": {
                        email: string;
                    };
                    "multipart/form-data": {
                        email: string;
                    };
                };
            };
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look at an invitation by the secret of its letter
         * @description Joins nobody. `has_account`: somebody has an account with its address, and accepts signed in.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Of the letter */
                    secret: string;
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
                            email: string;
                            first_name: string;
                            last_name: string;
                            /** @enum {string} */
                            role: "member" | "staff" | "admin" | "owner";
                            tenant: string;
                            /** @description Can still be accepted */
                            is_open: boolean;
                            has_account: boolean;
                            /** Format: date-time */
                            expires_at: string;
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
    "/api/v1/invitations/{secret}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation
         * @description Signed in: gives the own account the role, where the invitation is for its address. Else makes the account, with the `password` sent and, where sent, other names than those of the invitation; then sign in.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description Of the letter */
                    secret: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        first_name?: string;
                        last_name?: string;
                        password?: string;
                        /** @enum {string} */
                        locale?: "en" | "de" | "nl";
                    };
                    "application/x-www-form-urlencoded": {
                        first_name?: string;
                        last_name?: string;
                        password?: string;
                        /** @enum {string} */
                        locale?: "en" | "de" | "nl";
                    };
                    "multipart/form-data": {
                        first_name?: string;
                        last_name?: string;
                        password?: string;
                        /** @enum {string} */
                        locale?: "en" | "de" | "nl";
                    };
                };
            };
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My account */
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
                            /** Format: uuid */
                            uuid: string;
                            username: string;
                            email: string;
                            email_confirmed_at: string | null;
                            name: string;
                            /** @enum {string} */
                            role: "member" | "staff" | "admin" | "owner";
                            phone: string | null;
                            locale: string | null;
                            /** @description Of the letters that could be spared */
                            wants_letters: boolean;
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
                            /** Format: date-time */
                            created_at: string;
                            last_login_at: string | null;
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
        /** Change my account: what is named, the rest stays */
        patch: {
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
                        phone?: string | null;
                        /** @enum {string} */
                        locale?: "en" | "de" | "nl";
                        wants_letters?: boolean;
                        profile?: {
                            level_of_education?: string | null;
                            gender?: string | null;
                            mailing_address?: string | null;
                            city?: string | null;
                            country?: string | null;
                            goals?: string | null;
                            bio?: string | null;
                            year_of_birth?: number | null;
                            language?: string | null;
                        };
                    };
                    "application/x-www-form-urlencoded": {
                        name?: string;
                        phone?: string | null;
                        /** @enum {string} */
                        locale?: "en" | "de" | "nl";
                        wants_letters?: boolean;
                        profile?: {
                            level_of_education?: string | null;
                            gender?: string | null;
                            mailing_address?: string | null;
                            city?: string | null;
                            country?: string | null;
                            goals?: string | null;
                            bio?: string | null;
                            year_of_birth?: number | null;
                            language?: string | null;
                        };
                    };
                    "multipart/form-data": {
                        name?: string;
                        phone?: string | null;
                        /** @enum {string} */
                        locale?: "en" | "de" | "nl";
                        wants_letters?: boolean;
                        profile?: {
                            level_of_education?: string | null;
                            gender?: string | null;
                            mailing_address?: string | null;
                            city?: string | null;
                            country?: string | null;
                            goals?: string | null;
                            bio?: string | null;
                            year_of_birth?: number | null;
                            language?: string | null;
                        };
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
                            username: string;
                            email: string;
                            email_confirmed_at: string | null;
                            name: string;
                            /** @enum {string} */
                            role: "member" | "staff" | "admin" | "owner";
                            phone: string | null;
                            locale: string | null;
                            /** @description Of the letters that could be spared */
                            wants_letters: boolean;
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
                            /** Format: date-time */
                            created_at: string;
                            last_login_at: string | null;
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
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set another password
         * @description Ends every other session, JWT and OAuth access token of the account; a session that asks goes on by a new cookie. Failures count as those of a sign-in. A letter tells of it.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        old: string;
                        new: string;
                    };
                    "application/x-www-form-urlencoded": {
                        old: string;
                        new: string;
                    };
                    "multipart/form-data": {
                        old: string;
                        new: string;
                    };
                };
            };
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where I am signed in: sessions and JWTs, the oldest first */
        get: {
            parameters: {
                query?: {
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
                                /**
                                 * @description A browser, or a program that signed in by password
                                 * @enum {string}
                                 */
                                kind: "session" | "jwt";
                                /** Format: date-time */
                                created_at: string;
                                expires_at: string | null;
                                /** @description The one that asks */
                                is_current: boolean;
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
        /** Sign out everywhere else */
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
    "/api/v1/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out there */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
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
    "/api/v1/me/api-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether I have an API token, and since when */
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
                            created_at: string | null;
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
         * Make my API token; one that I have ends
         * @description Told once. A program that sends it may all that I may.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            token: string;
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
        /** End my API token */
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
    "/api/v1/me/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether I sign in with a second factor */
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
                            is_on: boolean;
                            since: string | null;
                            recovery_codes_left: number;
                            /** @description Of staff, by this tenant */
                            is_demanded: boolean;
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
         * Begin to set up a second factor
         * @description The secret is told once, as text, as an address and as a QR code of that address; nothing asks for a code until `confirm`. Beginning again makes another secret. 409 where one is switched on.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description In base 32 */
                            secret: string;
                            /** @description `otpauth://totp/…` */
                            uri: string;
                            /** @description A picture, SVG */
                            qr: string;
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
        /**
         * Switch my second factor off
         * @description Takes the password and a code, of the app or for recovery. Where it is demanded it must be set up anew.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                        code: string;
                    };
                    "application/x-www-form-urlencoded": {
                        password: string;
                        code: string;
                    };
                    "multipart/form-data": {
                        password: string;
                        code: string;
                    };
                };
            };
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
    "/api/v1/me/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch my second factor on, by a first code of the app
         * @description Answers the recovery codes, once: each signs in once where the app is lost.
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
                        code: string;
                    };
                    "application/x-www-form-urlencoded": {
                        code: string;
                    };
                    "multipart/form-data": {
                        code: string;
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
                            recovery_codes: string[];
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
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I was told, what occurred last first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    is_seen?: boolean;
                    kind?: "comment" | "invitation" | "enrolment" | "booking";
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
                                /** @enum {string} */
                                kind: "comment" | "invitation" | "enrolment" | "booking";
                                /** @description A sentence in the language asked for */
                                message: string;
                                url: string | null;
                                occurrences: number;
                                is_seen: boolean;
                                /** Format: date-time */
                                created_at: string;
                                /** Format: date-time */
                                changed_at: string;
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
    "/api/v1/notifications/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much I have not seen */
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
                            unread: number;
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
    "/api/v1/notifications/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** I have seen one of them, or all */
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
                        /** @description Left out: all of them */
                        id?: number;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description Left out: all of them */
                        id?: number;
                    };
                    "multipart/form-data": {
                        /** @description Left out: all of them */
                        id?: number;
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
                            unread: number;
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
    "/api/v1/notifications/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What I am told, as it happens (server-sent events)
         * @description Begins with `ready`, then `notification` for each, and `unread` when something was seen elsewhere; each carries `unread`. Resumes after `Last-Event-ID` (or `?after=`): nothing is missed, nothing comes twice.
         */
        get: {
            parameters: {
                query?: {
                    /** @description As `Last-Event-ID`, for the first connection */
                    after?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Server-sent events */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": string;
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
    "/api/v1/notification-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How I am told of each kind */
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
                            comment: {
                                in_page: boolean;
                                /** @enum {unknown} */
                                by_mail: "instantly" | "daily" | "off";
                            };
                            invitation: {
                                in_page: boolean;
                                /** @enum {unknown} */
                                by_mail: "instantly" | "daily" | "off";
                            };
                            enrolment: {
                                in_page: boolean;
                                /** @enum {unknown} */
                                by_mail: "instantly" | "daily" | "off";
                            };
                            booking: {
                                in_page: boolean;
                                /** @enum {unknown} */
                                by_mail: "instantly" | "daily" | "off";
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
        /** Choose how I am told of each kind */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        comment: {
                            in_page: boolean;
                            /** @enum {unknown} */
                            by_mail: "instantly" | "daily" | "off";
                        };
                        invitation: {
                            in_page: boolean;
                            /** @enum {unknown} */
                            by_mail: "instantly" | "daily" | "off";
                        };
                        enrolment: {
                            in_page: boolean;
                            /** @enum {unknown} */
                            by_mail: "instantly" | "daily" | "off";
                        };
                        booking: {
                            in_page: boolean;
                            /** @enum {unknown} */
                            by_mail: "instantly" | "daily" | "off";
                        };
                    };
                    "application/x-www-form-urlencoded": {
                        comment: {
                            in_page: boolean;
                            /** @enum {unknown} */
                            by_mail: "instantly" | "daily" | "off";
                        };
                        invitation: {
                            in_page: boolean;
                            /** @enum {unknown} */
                            by_mail: "instantly" | "daily" | "off";
                        };
                        enrolment: {
                            in_page: boolean;
                            /** @enum {unknown} */
                            by_mail: "instantly" | "daily" | "off";
                        };
                        booking: {
                            in_page: boolean;
                            /** @enum {unknown} */
                            by_mail: "instantly" | "daily" | "off";
                        };
                    };
                    "multipart/form-data": {
                        comment: {
                            in_page: boolean;
                            /** @enum {unknown} */
                            by_mail: "instantly" | "daily" | "off";
                        };
                        invitation: {
                            in_page: boolean;
                            /** @enum {unknown} */
                            by_mail: "instantly" | "daily" | "off";
                        };
                        enrolment: {
                            in_page: boolean;
                            /** @enum {unknown} */
                            by_mail: "instantly" | "daily" | "off";
                        };
                        booking: {
                            in_page: boolean;
                            /** @enum {unknown} */
                            by_mail: "instantly" | "daily" | "off";
                        };
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
                            comment: {
                                in_page: boolean;
                                /** @enum {unknown} */
                                by_mail: "instantly" | "daily" | "off";
                            };
                            invitation: {
                                in_page: boolean;
                                /** @enum {unknown} */
                                by_mail: "instantly" | "daily" | "off";
                            };
                            enrolment: {
                                in_page: boolean;
                                /** @enum {unknown} */
                                by_mail: "instantly" | "daily" | "off";
                            };
                            booking: {
                                in_page: boolean;
                                /** @enum {unknown} */
                                by_mail: "instantly" | "daily" | "off";
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
