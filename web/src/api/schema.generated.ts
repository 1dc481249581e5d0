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
    "/api/v1/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Jobs, newest first: the own, for admins those of everybody */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    state?: "waiting" | "running" | "done" | "failed" | "cancelled";
                    kind?: string;
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
                                /** @description Such as `enrolment.bulk` */
                                kind: string;
                                /** @enum {string} */
                                state: "waiting" | "running" | "done" | "failed" | "cancelled";
                                /** @description Username of whoever began it; empty when erased */
                                author: string;
                                total: number | null;
                                /** @description Rows done */
                                done: number;
                                /** @description How many rows came to each outcome */
                                outcomes: {
                                    [key: string]: number;
                                };
                                problem: {
                                    code: string;
                                    title: string;
                                } | null;
                                /** @description Ends after the batch at hand */
                                is_cancelling: boolean;
                                /** Format: date-time */
                                created_at: string;
                                started_at: string | null;
                                /** Format: date-time */
                                changed_at: string;
                                ended_at: string | null;
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
    "/api/v1/jobs/{uuid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A job, how far it is and what came of it */
        get: {
            parameters: {
                query?: never;
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
                            /** Format: uuid */
                            uuid: string;
                            /** @description Such as `enrolment.bulk` */
                            kind: string;
                            /** @enum {string} */
                            state: "waiting" | "running" | "done" | "failed" | "cancelled";
                            /** @description Username of whoever began it; empty when erased */
                            author: string;
                            total: number | null;
                            /** @description Rows done */
                            done: number;
                            /** @description How many rows came to each outcome */
                            outcomes: {
                                [key: string]: number;
                            };
                            problem: {
                                code: string;
                                title: string;
                            } | null;
                            /** @description Ends after the batch at hand */
                            is_cancelling: boolean;
                            /** Format: date-time */
                            created_at: string;
                            started_at: string | null;
                            /** Format: date-time */
                            changed_at: string;
                            ended_at: string | null;
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
    "/api/v1/jobs/{uuid}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows of a job, each with what came of it */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    outcome?: string;
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
                                number: number;
                                /** @description Whom or what it is about, as it was sent */
                                subject: string;
                                target: string | null;
                                outcome: string | null;
                                message: string | null;
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
    "/api/v1/jobs/{uuid}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a job: one that runs ends after the batch at hand, and what is done stays done */
        post: {
            parameters: {
                query?: never;
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
                            /** Format: uuid */
                            uuid: string;
                            /** @description Such as `enrolment.bulk` */
                            kind: string;
                            /** @enum {string} */
                            state: "waiting" | "running" | "done" | "failed" | "cancelled";
                            /** @description Username of whoever began it; empty when erased */
                            author: string;
                            total: number | null;
                            /** @description Rows done */
                            done: number;
                            /** @description How many rows came to each outcome */
                            outcomes: {
                                [key: string]: number;
                            };
                            problem: {
                                code: string;
                                title: string;
                            } | null;
                            /** @description Ends after the batch at hand */
                            is_cancelling: boolean;
                            /** Format: date-time */
                            created_at: string;
                            started_at: string | null;
                            /** Format: date-time */
                            changed_at: string;
                            ended_at: string | null;
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
    "/api/v1/tenant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tenant of the host */
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
                            slug: string;
                            name: string;
                            /** @description Whether its owners are operators */
                            is_installation: boolean;
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
        /** Rename the tenant */
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
                        /** @description Unique */
                        name?: string;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description Unique */
                        name?: string;
                    };
                    "multipart/form-data": {
                        /** @description Unique */
                        name?: string;
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
                            slug: string;
                            name: string;
                            /** @description Whether its owners are operators */
                            is_installation: boolean;
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
    "/api/v1/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tenant's sites, oldest first */
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
                                slug: string;
                                name: string;
                                /** @description As letters name it */
                                address: string;
                                /** @description The one that letters name first */
                                hosts: string[];
                                /** @description What its course keys may begin with */
                                organisations: string[];
                                settings: {
                                    /**
                                     * @description For those who chose none
                                     * @enum {string}
                                     */
                                    language?: "en" | "nl" | "de";
                                    /** @description Organisations whose courses it shows */
                                    course_org_filter?: string[];
                                    /** @description Whose pages may call from a browser */
                                    allowed_origin?: string[];
                                    /** @description Sender of its letters; only the operator changes it */
                                    mail_from?: string;
                                    /** @description JSON schema of fields of its own */
                                    registration_fields?: {
                                        [key: string]: unknown;
                                    };
                                };
                                /** @description The one that operators use */
                                is_installation: boolean;
                                /** @description The one that was asked */
                                is_here: boolean;
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
        /** Make another site, with hosts of its slug below the root domain */
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
                        /** @description Its name below the root domain */
                        slug: string;
                        name: string;
                        organisations?: string[];
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description Its name below the root domain */
                        slug: string;
                        name: string;
                        organisations?: string[];
                    };
                    "multipart/form-data": {
                        /** @description Its name below the root domain */
                        slug: string;
                        name: string;
                        organisations?: string[];
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
                            id: number;
                            slug: string;
                            name: string;
                            /** @description As letters name it */
                            address: string;
                            /** @description The one that letters name first */
                            hosts: string[];
                            /** @description What its course keys may begin with */
                            organisations: string[];
                            settings: {
                                /**
                                 * @description For those who chose none
                                 * @enum {string}
                                 */
                                language?: "en" | "nl" | "de";
                                /** @description Organisations whose courses it shows */
                                course_org_filter?: string[];
                                /** @description Whose pages may call from a browser */
                                allowed_origin?: string[];
                                /** @description Sender of its letters; only the operator changes it */
                                mail_from?: string;
                                /** @description JSON schema of fields of its own */
                                registration_fields?: {
                                    [key: string]: unknown;
                                };
                            };
                            /** @description The one that operators use */
                            is_installation: boolean;
                            /** @description The one that was asked */
                            is_here: boolean;
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
    "/api/v1/sites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A site and its settings */
        get: {
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
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: number;
                            slug: string;
                            name: string;
                            /** @description As letters name it */
                            address: string;
                            /** @description The one that letters name first */
                            hosts: string[];
                            /** @description What its course keys may begin with */
                            organisations: string[];
                            settings: {
                                /**
                                 * @description For those who chose none
                                 * @enum {string}
                                 */
                                language?: "en" | "nl" | "de";
                                /** @description Organisations whose courses it shows */
                                course_org_filter?: string[];
                                /** @description Whose pages may call from a browser */
                                allowed_origin?: string[];
                                /** @description Sender of its letters; only the operator changes it */
                                mail_from?: string;
                                /** @description JSON schema of fields of its own */
                                registration_fields?: {
                                    [key: string]: unknown;
                                };
                            };
                            /** @description The one that operators use */
                            is_installation: boolean;
                            /** @description The one that was asked */
                            is_here: boolean;
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
        /** Delete a site; its hosts answer no more */
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
        /**
         * Change a site; what is named replaces what was
         * @description Its hosts are for owners, who add domains of their own; `mail_from` is for the operator.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        hosts?: string[];
                        organisations?: string[];
                        settings?: {
                            /**
                             * @description For those who chose none
                             * @enum {string}
                             */
                            language?: "en" | "nl" | "de";
                            /** @description Organisations whose courses it shows */
                            course_org_filter?: string[];
                            /** @description Whose pages may call from a browser */
                            allowed_origin?: string[];
                            /** @description Sender of its letters; only the operator changes it */
                            mail_from?: string;
                            /** @description JSON schema of fields of its own */
                            registration_fields?: {
                                [key: string]: unknown;
                            };
                        };
                    };
                    "application/x-www-form-urlencoded": {
                        name?: string;
                        hosts?: string[];
                        organisations?: string[];
                        settings?: {
                            /**
                             * @description For those who chose none
                             * @enum {string}
                             */
                            language?: "en" | "nl" | "de";
                            /** @description Organisations whose courses it shows */
                            course_org_filter?: string[];
                            /** @description Whose pages may call from a browser */
                            allowed_origin?: string[];
                            /** @description Sender of its letters; only the operator changes it */
                            mail_from?: string;
                            /** @description JSON schema of fields of its own */
                            registration_fields?: {
                                [key: string]: unknown;
                            };
                        };
                    };
                    "multipart/form-data": {
                        name?: string;
                        hosts?: string[];
                        organisations?: string[];
                        settings?: {
                            /**
                             * @description For those who chose none
                             * @enum {string}
                             */
                            language?: "en" | "nl" | "de";
                            /** @description Organisations whose courses it shows */
                            course_org_filter?: string[];
                            /** @description Whose pages may call from a browser */
                            allowed_origin?: string[];
                            /** @description Sender of its letters; only the operator changes it */
                            mail_from?: string;
                            /** @description JSON schema of fields of its own */
                            registration_fields?: {
                                [key: string]: unknown;
                            };
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
                            id: number;
                            slug: string;
                            name: string;
                            /** @description As letters name it */
                            address: string;
                            /** @description The one that letters name first */
                            hosts: string[];
                            /** @description What its course keys may begin with */
                            organisations: string[];
                            settings: {
                                /**
                                 * @description For those who chose none
                                 * @enum {string}
                                 */
                                language?: "en" | "nl" | "de";
                                /** @description Organisations whose courses it shows */
                                course_org_filter?: string[];
                                /** @description Whose pages may call from a browser */
                                allowed_origin?: string[];
                                /** @description Sender of its letters; only the operator changes it */
                                mail_from?: string;
                                /** @description JSON schema of fields of its own */
                                registration_fields?: {
                                    [key: string]: unknown;
                                };
                            };
                            /** @description The one that operators use */
                            is_installation: boolean;
                            /** @description The one that was asked */
                            is_here: boolean;
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
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tokens that stand, oldest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    kind?: "api" | "access" | "session" | "jwt";
                    person?: string;
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
                                kind: "api" | "access" | "session" | "jwt";
                                username: string;
                                /** Format: date-time */
                                created_at: string;
                                expires_at: string | null;
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
         * Make the API token of somebody who works here, told this once
         * @description Staff and above, up to the own role. With `rotate` those they have end first; else having one is 409.
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
                        /** Format: uuid */
                        person: string;
                        rotate?: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        /** Format: uuid */
                        person: string;
                        rotate?: boolean;
                    };
                    "multipart/form-data": {
                        /** Format: uuid */
                        person: string;
                        rotate?: boolean;
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
                            username: string;
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a token; it opens nothing from then on */
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
    "/api/v1/oauth-clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** OAuth clients, oldest first, without their secrets */
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
                                client_id: string;
                                name: string;
                                owner: string | null;
                                grants: ("client_credentials" | "password")[];
                                /** Format: date-time */
                                created_at: string;
                                disabled_at: string | null;
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
         * Make an OAuth client; its secret is told this once
         * @description It acts as its owner, who is whoever makes it unless another person of at most that role is named.
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
                        name: string;
                        grants?: ("client_credentials" | "password")[];
                        /** Format: uuid */
                        owner?: string;
                    };
                    "application/x-www-form-urlencoded": {
                        name: string;
                        grants?: ("client_credentials" | "password")[];
                        /** Format: uuid */
                        owner?: string;
                    };
                    "multipart/form-data": {
                        name: string;
                        grants?: ("client_credentials" | "password")[];
                        /** Format: uuid */
                        owner?: string;
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
                            client_id: string;
                            /** @description Told this once */
                            client_secret: string;
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
    "/api/v1/oauth-client-uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the OAuth clients were used for, oldest client first */
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
                                client_id: string;
                                name: string;
                                last_used_at: string | null;
                                /** @description Made, as far back as they are kept */
                                tokens: number;
                                tokens_last_month: number;
                                /** @description That open something now */
                                standing_tokens: number;
                                /** @description Whose these are */
                                people: number;
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
    "/api/v1/oauth-clients/{client_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An OAuth client */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    client_id: string;
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
                            client_id: string;
                            name: string;
                            owner: string | null;
                            grants: ("client_credentials" | "password")[];
                            /** Format: date-time */
                            created_at: string;
                            disabled_at: string | null;
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
        /** Delete an OAuth client with all its tokens */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    client_id: string;
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
        /** Change an OAuth client; a disabled one gets no token, and those it has open nothing */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    client_id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        grants?: ("client_credentials" | "password")[];
                        is_disabled?: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        name?: string;
                        grants?: ("client_credentials" | "password")[];
                        is_disabled?: boolean;
                    };
                    "multipart/form-data": {
                        name?: string;
                        grants?: ("client_credentials" | "password")[];
                        is_disabled?: boolean;
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
                            client_id: string;
                            name: string;
                            owner: string | null;
                            grants: ("client_credentials" | "password")[];
                            /** Format: date-time */
                            created_at: string;
                            disabled_at: string | null;
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
    "/api/v1/oauth-clients/{client_id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an OAuth client another secret, told this once; the old one ends */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    client_id: string;
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
                            client_id: string;
                            /** @description Told this once */
                            client_secret: string;
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
    "/api/v1/letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Letters, newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    state?: "waiting" | "delivered" | "failed";
                    kind?: string;
                    /** @description As it was written to */
                    address?: string;
                    /** @description To this account */
                    person?: string;
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
                                id: string;
                                /** @description What it is for, such as `activate` */
                                kind: string;
                                state: "waiting" | "delivered" | "failed";
                                to_name: string;
                                to_address: string;
                                locale: string;
                                subject: string | null;
                                attempts: number;
                                problem: string | null;
                                /** Format: date-time */
                                created_at: string;
                                due_at: string | null;
                                delivered_at: string | null;
                                given_up_at: string | null;
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
    "/api/v1/letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A letter, with its text while it waits */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
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
                            id: string;
                            /** @description What it is for, such as `activate` */
                            kind: string;
                            state: "waiting" | "delivered" | "failed";
                            to_name: string;
                            to_address: string;
                            locale: string;
                            subject: string | null;
                            attempts: number;
                            problem: string | null;
                            /** Format: date-time */
                            created_at: string;
                            due_at: string | null;
                            delivered_at: string | null;
                            given_up_at: string | null;
                            text: string | null;
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
    "/api/v1/letters/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a letter again: at once while it waits, else anew with another link while it is needed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
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
                            id: string;
                            /** @description What it is for, such as `activate` */
                            kind: string;
                            state: "waiting" | "delivered" | "failed";
                            to_name: string;
                            to_address: string;
                            locale: string;
                            subject: string | null;
                            attempts: number;
                            problem: string | null;
                            /** Format: date-time */
                            created_at: string;
                            due_at: string | null;
                            delivered_at: string | null;
                            given_up_at: string | null;
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
    "/api/v1/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every tenant of the installation, oldest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    status?: "pending" | "active" | "suspended";
                    /** @description How its slug begins */
                    slug?: string;
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
                                slug: string;
                                name: string;
                                status: "pending" | "active" | "suspended";
                                /** Format: date-time */
                                created_at: string;
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
        /** Open a tenant with its first site, active at once */
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
                        slug: string;
                        name: string;
                    };
                    "application/x-www-form-urlencoded": {
                        slug: string;
                        name: string;
                    };
                    "multipart/form-data": {
                        slug: string;
                        name: string;
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
                            slug: string;
                            name: string;
                            status: "pending" | "active" | "suspended";
                            /** Format: date-time */
                            created_at: string;
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
    "/api/v1/tenants/{uuid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename, suspend or activate a tenant; the hosts of a suspended one answer 403 */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    uuid: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        status?: "active" | "suspended";
                    };
                    "application/x-www-form-urlencoded": {
                        name?: string;
                        status?: "active" | "suspended";
                    };
                    "multipart/form-data": {
                        name?: string;
                        status?: "active" | "suspended";
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
                            slug: string;
                            name: string;
                            status: "pending" | "active" | "suspended";
                            /** Format: date-time */
                            created_at: string;
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
    "/api/v1/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Work left for later, by what it is, and what was given up */
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
                            tasks: {
                                task: string;
                                waiting: number;
                                running: number;
                                /** @description Should have begun five minutes ago */
                                late: number;
                                /** @description Given up after the last try */
                                failed: number;
                            }[];
                            /** @description The newest fifty */
                            failures: {
                                id: number;
                                task: string;
                                attempts: number;
                                problem: string;
                                /** Format: date-time */
                                created_at: string;
                            }[];
                            worked_at: string | null;
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
    "/api/v1/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the installation is well: database, worker, letters, disk */
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
                            is_well: boolean;
                            database: {
                                is_well: boolean;
                                version: string;
                                bytes: number;
                                tenants: number;
                            };
                            worker: {
                                is_well: boolean;
                                worked_at: string | null;
                                late: number;
                                failed: number;
                            };
                            letters: {
                                is_well: boolean;
                                waiting: number;
                                overdue: number;
                                failed_today: number;
                            };
                            disk: {
                                is_well: boolean;
                                free: number;
                                total: number;
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
