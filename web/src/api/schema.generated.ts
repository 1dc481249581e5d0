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
    "/api/v1/courses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Courses, by age */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    /** @description Part of the name or the key */
                    search?: string;
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
                                key: string;
                                organisation: string;
                                number: string;
                                run: string;
                                name: string;
                                starts_at: string | null;
                                ends_at: string | null;
                                enrolment_starts_at: string | null;
                                enrolment_ends_at: string | null;
                                invitation_only: boolean;
                                /** @enum {string} */
                                pacing: "instructor" | "self";
                                modes: {
                                    slug: string;
                                    name: string;
                                }[];
                                capacity: number | null;
                                /** @description Places that are held */
                                taken: number;
                                free: number | null;
                                /**
                                 * @description Whether people may come in now by themselves, and what stands against it
                                 * @enum {string}
                                 */
                                admission: "open" | "not_yet" | "closed" | "full" | "invitation";
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
        /** Make a course of one of the site’s organisations */
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
                        /** @description `course-v1:Organisation+Number+Run` */
                        key: string;
                        name: string;
                        starts_at?: string | null;
                        ends_at?: string | null;
                        enrolment_starts_at?: string | null;
                        enrolment_ends_at?: string | null;
                        /** @description Nobody comes in without staff */
                        invitation_only?: boolean;
                        pacing?: "instructor" | "self";
                        /** @description Slugs of the ways to take part; the first is the usual one */
                        modes?: string[];
                        capacity?: number | null;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description `course-v1:Organisation+Number+Run` */
                        key: string;
                        name: string;
                        starts_at?: string | null;
                        ends_at?: string | null;
                        enrolment_starts_at?: string | null;
                        enrolment_ends_at?: string | null;
                        /** @description Nobody comes in without staff */
                        invitation_only?: boolean;
                        pacing?: "instructor" | "self";
                        /** @description Slugs of the ways to take part; the first is the usual one */
                        modes?: string[];
                        capacity?: number | null;
                    };
                    "multipart/form-data": {
                        /** @description `course-v1:Organisation+Number+Run` */
                        key: string;
                        name: string;
                        starts_at?: string | null;
                        ends_at?: string | null;
                        enrolment_starts_at?: string | null;
                        enrolment_ends_at?: string | null;
                        /** @description Nobody comes in without staff */
                        invitation_only?: boolean;
                        pacing?: "instructor" | "self";
                        /** @description Slugs of the ways to take part; the first is the usual one */
                        modes?: string[];
                        capacity?: number | null;
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
                            key: string;
                            organisation: string;
                            number: string;
                            run: string;
                            name: string;
                            starts_at: string | null;
                            ends_at: string | null;
                            enrolment_starts_at: string | null;
                            enrolment_ends_at: string | null;
                            invitation_only: boolean;
                            /** @enum {string} */
                            pacing: "instructor" | "self";
                            modes: {
                                slug: string;
                                name: string;
                            }[];
                            capacity: number | null;
                            /** @description Places that are held */
                            taken: number;
                            free: number | null;
                            /**
                             * @description Whether people may come in now by themselves, and what stands against it
                             * @enum {string}
                             */
                            admission: "open" | "not_yet" | "closed" | "full" | "invitation";
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
    "/api/v1/courses/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A course */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key: string;
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
                            key: string;
                            organisation: string;
                            number: string;
                            run: string;
                            name: string;
                            starts_at: string | null;
                            ends_at: string | null;
                            enrolment_starts_at: string | null;
                            enrolment_ends_at: string | null;
                            invitation_only: boolean;
                            /** @enum {string} */
                            pacing: "instructor" | "self";
                            modes: {
                                slug: string;
                                name: string;
                            }[];
                            capacity: number | null;
                            /** @description Places that are held */
                            taken: number;
                            free: number | null;
                            /**
                             * @description Whether people may come in now by themselves, and what stands against it
                             * @enum {string}
                             */
                            admission: "open" | "not_yet" | "closed" | "full" | "invitation";
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
        /**
         * Change a course
         * @description A capacity below what is taken keeps everybody in and lets nobody more in. Places that come and go do not count for `If-Match`.
         */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        starts_at?: string | null;
                        ends_at?: string | null;
                        enrolment_starts_at?: string | null;
                        enrolment_ends_at?: string | null;
                        /** @description Nobody comes in without staff */
                        invitation_only?: boolean;
                        pacing?: "instructor" | "self";
                        /** @description Slugs of the ways to take part; the first is the usual one */
                        modes?: string[];
                        capacity?: number | null;
                    };
                    "application/x-www-form-urlencoded": {
                        name?: string;
                        starts_at?: string | null;
                        ends_at?: string | null;
                        enrolment_starts_at?: string | null;
                        enrolment_ends_at?: string | null;
                        /** @description Nobody comes in without staff */
                        invitation_only?: boolean;
                        pacing?: "instructor" | "self";
                        /** @description Slugs of the ways to take part; the first is the usual one */
                        modes?: string[];
                        capacity?: number | null;
                    };
                    "multipart/form-data": {
                        name?: string;
                        starts_at?: string | null;
                        ends_at?: string | null;
                        enrolment_starts_at?: string | null;
                        enrolment_ends_at?: string | null;
                        /** @description Nobody comes in without staff */
                        invitation_only?: boolean;
                        pacing?: "instructor" | "self";
                        /** @description Slugs of the ways to take part; the first is the usual one */
                        modes?: string[];
                        capacity?: number | null;
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
                            key: string;
                            organisation: string;
                            number: string;
                            run: string;
                            name: string;
                            starts_at: string | null;
                            ends_at: string | null;
                            enrolment_starts_at: string | null;
                            enrolment_ends_at: string | null;
                            invitation_only: boolean;
                            /** @enum {string} */
                            pacing: "instructor" | "self";
                            modes: {
                                slug: string;
                                name: string;
                            }[];
                            capacity: number | null;
                            /** @description Places that are held */
                            taken: number;
                            free: number | null;
                            /**
                             * @description Whether people may come in now by themselves, and what stands against it
                             * @enum {string}
                             */
                            admission: "open" | "not_yet" | "closed" | "full" | "invitation";
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
    "/api/v1/courses/{key}/analytics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The figures of a course, and its enrolments over time */
        get: {
            parameters: {
                query?: {
                    by?: "day" | "week" | "month";
                    /** @description From when on enrolments are shown over time */
                    since?: string;
                };
                header?: never;
                path: {
                    key: string;
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
                            course: string;
                            course_name: string;
                            capacity: number | null;
                            active: number;
                            ended: number;
                            /** @description Wait for an account */
                            pending: number;
                            /** @description Standing certificates */
                            completed: number;
                            codes: {
                                open: number;
                                redeemed: number;
                                cancelled: number;
                            };
                            /** @enum {string} */
                            by: "day" | "week" | "month";
                            /** @description Enrolments by when they were first made, ended ones too; spans without any are left out */
                            enrolled: {
                                /** Format: date-time */
                                from: string;
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
    "/api/v1/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Enrolments, ended ones too */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    person?: string;
                    is_active?: boolean;
                    /** @description Changed at that moment or later; the list then goes by the last change, and stops before what may still be changing */
                    updated_since?: string;
                    /** @description The key of a course */
                    course?: string;
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
                                /** @description The key of the course */
                                course: string;
                                course_name: string;
                                person: {
                                    uuid: string;
                                    username: string;
                                    name: string;
                                    email: string;
                                };
                                mode: string;
                                is_active: boolean;
                                /** Format: date-time */
                                created_at: string;
                                /** Format: date-time */
                                updated_at: string;
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
         * Enrol one person
         * @description 202 where nobody active has the address: the enrolment waits for an account.
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
                        /** @description The key of a course */
                        course: string;
                        /** @description An e-mail or a username; or `person` */
                        email?: string;
                        /**
                         * Format: uuid
                         * @description The uuid of an account
                         */
                        person?: string;
                        /** @description Else the usual one */
                        mode?: string;
                        /** @description Write to the person */
                        notify?: boolean;
                        /** @description Past a full course and a closed enrolment */
                        force?: boolean;
                        reason?: string;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description The key of a course */
                        course: string;
                        /** @description An e-mail or a username; or `person` */
                        email?: string;
                        /**
                         * Format: uuid
                         * @description The uuid of an account
                         */
                        person?: string;
                        /** @description Else the usual one */
                        mode?: string;
                        /** @description Write to the person */
                        notify?: boolean;
                        /** @description Past a full course and a closed enrolment */
                        force?: boolean;
                        reason?: string;
                    };
                    "multipart/form-data": {
                        /** @description The key of a course */
                        course: string;
                        /** @description An e-mail or a username; or `person` */
                        email?: string;
                        /**
                         * Format: uuid
                         * @description The uuid of an account
                         */
                        person?: string;
                        /** @description Else the usual one */
                        mode?: string;
                        /** @description Write to the person */
                        notify?: boolean;
                        /** @description Past a full course and a closed enrolment */
                        force?: boolean;
                        reason?: string;
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
                            /** @description The key of the course */
                            course: string;
                            course_name: string;
                            person: {
                                uuid: string;
                                username: string;
                                name: string;
                                email: string;
                            };
                            mode: string;
                            is_active: boolean;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            updated_at: string;
                        };
                    };
                };
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            course: string;
                            email: string;
                            /** @description It turns real when somebody of that address has an account */
                            is_pending: boolean;
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
    "/api/v1/courses/{key}/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is in a course, and who was */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    person?: string;
                    is_active?: boolean;
                    /** @description Changed at that moment or later; the list then goes by the last change, and stops before what may still be changing */
                    updated_since?: string;
                };
                header?: never;
                path: {
                    key: string;
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
                                /** @description The key of the course */
                                course: string;
                                course_name: string;
                                person: {
                                    uuid: string;
                                    username: string;
                                    name: string;
                                    email: string;
                                };
                                mode: string;
                                is_active: boolean;
                                /** Format: date-time */
                                created_at: string;
                                /** Format: date-time */
                                updated_at: string;
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
    "/api/v1/enrolments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An enrolment */
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
                            /** @description The key of the course */
                            course: string;
                            course_name: string;
                            person: {
                                uuid: string;
                                username: string;
                                name: string;
                                email: string;
                            };
                            mode: string;
                            is_active: boolean;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            updated_at: string;
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
        /** End an enrolment; the place is free again */
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
        /** Change the mode of an enrolment, end it, or take it up again */
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
                        /** @description Else the usual one */
                        mode?: string;
                        is_active?: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description Else the usual one */
                        mode?: string;
                        is_active?: boolean;
                    };
                    "multipart/form-data": {
                        /** @description Else the usual one */
                        mode?: string;
                        is_active?: boolean;
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
                            /** @description The key of the course */
                            course: string;
                            course_name: string;
                            person: {
                                uuid: string;
                                username: string;
                                name: string;
                                email: string;
                            };
                            mode: string;
                            is_active: boolean;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            updated_at: string;
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
    "/api/v1/bulk-enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enrol many people in many courses, or take them out
         * @description What hinders one person is told in their result. `?dry_run=true` tells what would happen and changes nothing. At most 50 000 pairs of identifier and course.
         */
        post: {
            parameters: {
                query?: {
                    dry_run?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        action: "enrol" | "unenrol";
                        /** @description Usernames and e-mails; who is named twice counts once */
                        identifiers: string[];
                        courses: string[];
                        /**
                         * @description Who has no account yet comes in on having one
                         * @default true
                         */
                        wait_for_accounts?: boolean;
                        /** @description Write to each person */
                        notify?: boolean;
                        /** @description Past a full course and a closed enrolment */
                        force?: boolean;
                        /** @description Kept with each enrolment */
                        reason?: string;
                    };
                    "application/x-www-form-urlencoded": {
                        action: "enrol" | "unenrol";
                        /** @description Usernames and e-mails; who is named twice counts once */
                        identifiers: string[];
                        courses: string[];
                        /**
                         * @description Who has no account yet comes in on having one
                         * @default true
                         */
                        wait_for_accounts?: boolean;
                        /** @description Write to each person */
                        notify?: boolean;
                        /** @description Past a full course and a closed enrolment */
                        force?: boolean;
                        /** @description Kept with each enrolment */
                        reason?: string;
                    };
                    "multipart/form-data": {
                        action: "enrol" | "unenrol";
                        /** @description Usernames and e-mails; who is named twice counts once */
                        identifiers: string[];
                        courses: string[];
                        /**
                         * @description Who has no account yet comes in on having one
                         * @default true
                         */
                        wait_for_accounts?: boolean;
                        /** @description Write to each person */
                        notify?: boolean;
                        /** @description Past a full course and a closed enrolment */
                        force?: boolean;
                        /** @description Kept with each enrolment */
                        reason?: string;
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
                            is_dry_run: boolean;
                            counts: {
                                [key: string]: number;
                            };
                            courses: {
                                key: string;
                                name: string;
                                results: {
                                    identifier: string;
                                    /**
                                     * @description `pending`: waits for an account; `unknown`: neither a username here nor an e-mail; `full` and `closed`: not enrolled
                                     * @enum {string}
                                     */
                                    outcome: "enrolled" | "already_enrolled" | "pending" | "already_pending" | "ended" | "no_longer_pending" | "not_enrolled" | "unknown" | "full" | "closed";
                                }[];
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Batches of enrolment codes, newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    /** @description The key of a course */
                    course?: string;
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
                                uuid: string;
                                /** @description The key of the course */
                                course: string;
                                mode: string;
                                /** Format: date-time */
                                created_at: string;
                                count: number;
                                open: number;
                                redeemed: number;
                                cancelled: number;
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
        /** Make enrolment codes of a course, each good for one person */
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
                        /** @description The key of a course */
                        course: string;
                        count: number;
                        /** @description Else the usual one */
                        mode?: string;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description The key of a course */
                        course: string;
                        count: number;
                        /** @description Else the usual one */
                        mode?: string;
                    };
                    "multipart/form-data": {
                        /** @description The key of a course */
                        course: string;
                        count: number;
                        /** @description Else the usual one */
                        mode?: string;
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
                            uuid: string;
                            /** @description The key of the course */
                            course: string;
                            mode: string;
                            /** Format: date-time */
                            created_at: string;
                            count: number;
                            open: number;
                            redeemed: number;
                            cancelled: number;
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
    "/api/v1/code-batches/{uuid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A batch of enrolment codes, and what became of them */
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
                            uuid: string;
                            /** @description The key of the course */
                            course: string;
                            mode: string;
                            /** Format: date-time */
                            created_at: string;
                            count: number;
                            open: number;
                            redeemed: number;
                            cancelled: number;
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
    "/api/v1/code-batches/{uuid}/codes.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The codes of a batch as CSV */
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
                /** @description CSV */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/csv": string;
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
    "/api/v1/enrolment-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Enrolment codes, by age */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    /** @description The key of a course */
                    course?: string;
                    batch?: string;
                    state?: "open" | "redeemed" | "cancelled";
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
                                code: string;
                                /** @description The key of the course */
                                course: string;
                                mode: string;
                                state: "open" | "redeemed" | "cancelled";
                                batch: string;
                                /** Format: date-time */
                                created_at: string;
                                redeemed_at: string | null;
                                redeemed_by: string | null;
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
    "/api/v1/enrolment-codes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An enrolment code */
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
                            code: string;
                            /** @description The key of the course */
                            course: string;
                            mode: string;
                            state: "open" | "redeemed" | "cancelled";
                            batch: string;
                            /** Format: date-time */
                            created_at: string;
                            redeemed_at: string | null;
                            redeemed_by: string | null;
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
        /** Cancel an enrolment code, or open it again; whoever redeemed it leaves the course */
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
                        state: "open" | "cancelled";
                    };
                    "application/x-www-form-urlencoded": {
                        state: "open" | "cancelled";
                    };
                    "multipart/form-data": {
                        state: "open" | "cancelled";
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
                            code: string;
                            /** @description The key of the course */
                            course: string;
                            mode: string;
                            state: "open" | "redeemed" | "cancelled";
                            batch: string;
                            /** Format: date-time */
                            created_at: string;
                            redeemed_at: string | null;
                            redeemed_by: string | null;
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
    "/api/v1/redemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Redeem an enrolment code
         * @description Wrong codes are counted: too many within a minute are 429, the right code too.
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
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            course: {
                                key: string;
                                organisation: string;
                                number: string;
                                run: string;
                                name: string;
                                starts_at: string | null;
                                ends_at: string | null;
                                enrolment_starts_at: string | null;
                                enrolment_ends_at: string | null;
                                invitation_only: boolean;
                                /** @enum {string} */
                                pacing: "instructor" | "self";
                                modes: {
                                    slug: string;
                                    name: string;
                                }[];
                                capacity: number | null;
                                /** @description Places that are held */
                                taken: number;
                                free: number | null;
                                /**
                                 * @description Whether people may come in now by themselves, and what stands against it
                                 * @enum {string}
                                 */
                                admission: "open" | "not_yet" | "closed" | "full" | "invitation";
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
    "/api/v1/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certificates, oldest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    /** @description The key of a course */
                    course?: string;
                    person?: string;
                    is_revoked?: boolean;
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
                                uuid: string;
                                /** @description The key of the course */
                                course: string;
                                course_name: string;
                                person: {
                                    uuid: string;
                                    username: string;
                                    name: string;
                                };
                                grade: string;
                                /** Format: date-time */
                                completed_at: string;
                                revoked_at: string | null;
                                /**
                                 * Format: uri
                                 * @description Its public page
                                 */
                                url: string;
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
        /** Issue a certificate, or renew the one that the person has of the course */
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
                        /** @description The key of a course */
                        course: string;
                        /** @description An e-mail or a username; or `person` */
                        email?: string;
                        /**
                         * Format: uuid
                         * @description The uuid of an account
                         */
                        person?: string;
                        grade: string;
                        /**
                         * Format: date-time
                         * @description When the course was finished; else now
                         */
                        completed_at?: string;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description The key of a course */
                        course: string;
                        /** @description An e-mail or a username; or `person` */
                        email?: string;
                        /**
                         * Format: uuid
                         * @description The uuid of an account
                         */
                        person?: string;
                        grade: string;
                        /**
                         * Format: date-time
                         * @description When the course was finished; else now
                         */
                        completed_at?: string;
                    };
                    "multipart/form-data": {
                        /** @description The key of a course */
                        course: string;
                        /** @description An e-mail or a username; or `person` */
                        email?: string;
                        /**
                         * Format: uuid
                         * @description The uuid of an account
                         */
                        person?: string;
                        grade: string;
                        /**
                         * Format: date-time
                         * @description When the course was finished; else now
                         */
                        completed_at?: string;
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
                            uuid: string;
                            /** @description The key of the course */
                            course: string;
                            course_name: string;
                            person: {
                                uuid: string;
                                username: string;
                                name: string;
                            };
                            grade: string;
                            /** Format: date-time */
                            completed_at: string;
                            revoked_at: string | null;
                            /**
                             * Format: uri
                             * @description Its public page
                             */
                            url: string;
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
    "/api/v1/certificates/{uuid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A certificate, revoked or not */
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
                            uuid: string;
                            /** @description The key of the course */
                            course: string;
                            course_name: string;
                            person: {
                                uuid: string;
                                username: string;
                                name: string;
                            };
                            grade: string;
                            /** Format: date-time */
                            completed_at: string;
                            revoked_at: string | null;
                            /**
                             * Format: uri
                             * @description Its public page
                             */
                            url: string;
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
        /** Revoke a certificate: its page shows it no more */
        delete: {
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
    "/api/v1/me/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The courses that I am in, or was */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    is_active?: boolean;
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
                                /** @description The key of the course */
                                course: string;
                                course_name: string;
                                person: {
                                    uuid: string;
                                    username: string;
                                    name: string;
                                    email: string;
                                };
                                mode: string;
                                is_active: boolean;
                                /** Format: date-time */
                                created_at: string;
                                /** Format: date-time */
                                updated_at: string;
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
    "/api/v1/me/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My certificates */
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
                                uuid: string;
                                /** @description The key of the course */
                                course: string;
                                course_name: string;
                                person: {
                                    uuid: string;
                                    username: string;
                                    name: string;
                                };
                                grade: string;
                                /** Format: date-time */
                                completed_at: string;
                                revoked_at: string | null;
                                /**
                                 * Format: uri
                                 * @description Its public page
                                 */
                                url: string;
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
