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
    "/api/v1/participants/me/choice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My choice
         * @description With every workshop of the event by moment, free places, links and what may be chosen until when.
         */
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
                            participant: {
                                id: number;
                                full_name: string;
                                class: string | null;
                                group: string | null;
                            };
                            event: {
                                id: number;
                                name: string;
                                /** @description Whether participants may choose now */
                                is_open: boolean;
                                /** @description The organiser's switch, whatever the times */
                                is_switched_on: boolean;
                                opens_at: string | null;
                                closes_at: string | null;
                                time_zone: string;
                                is_archived: boolean;
                                version: number;
                            };
                            /** @description In the order of their first workshops; with times where the name says a day */
                            moments: {
                                /** @description Of each only one workshop can be chosen */
                                name: string;
                                starts_at: string | null;
                                ends_at: string | null;
                                workshops: {
                                    id: number;
                                    title: string;
                                    description: string;
                                    /** @description Whom it is for: `""` is everybody, `a|b` several groups */
                                    group: string;
                                    /** @description Whether it is for the participant's group */
                                    is_for_group: boolean;
                                    capacity: number;
                                    /** @description Places; never below 0 */
                                    free: number;
                                }[];
                            }[];
                            links: {
                                workshop_ids: number[];
                                /** @enum {string} */
                                kind: "inclusive" | "exclusive";
                            }[];
                            /** @description What is chosen */
                            workshop_ids: number[];
                            /** @description What would be refused of it today: rules were changed since */
                            problems: {
                                workshop_id: number;
                                /** @enum {string} */
                                code: "closed" | "other_event" | "several_events" | "full" | "group" | "moment" | "needs" | "excludes" | "unknown";
                                /** @description The other workshops concerned */
                                with: number[];
                                /** @description In the language of the request */
                                message: string;
                                free: number | null;
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
        /**
         * Choose, in place of what I chose before
         * @description All of it or nothing: a refused choice leaves the old one, and `detail.problems` tells every reason, with the workshops concerned and the places left, in the language of the request. `If-Match` is of the choice alone.
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
                        /** @description The whole choice */
                        workshop_ids: number[];
                        /** @description Staff only: also beyond the capacity */
                        force?: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description The whole choice */
                        workshop_ids: number[];
                        /** @description Staff only: also beyond the capacity */
                        force?: boolean;
                    };
                    "multipart/form-data": {
                        /** @description The whole choice */
                        workshop_ids: number[];
                        /** @description Staff only: also beyond the capacity */
                        force?: boolean;
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
                            workshop_ids: number[];
                            registrations: {
                                id: number;
                                workshop_id: number;
                                /** Format: date-time */
                                entered_at: string;
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participants/me/choice/{workshop_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Give up a workshop
         * @description With those that must be taken together with it. Participants while the event is open; staff always.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    workshop_id: number;
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
    "/api/v1/participants/{id}/choice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A participant's choice
         * @description With every workshop of the event by moment, free places, links and what may be chosen until when. Participants see their own.
         */
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
                            participant: {
                                id: number;
                                full_name: string;
                                class: string | null;
                                group: string | null;
                            };
                            event: {
                                id: number;
                                name: string;
                                /** @description Whether participants may choose now */
                                is_open: boolean;
                                /** @description The organiser's switch, whatever the times */
                                is_switched_on: boolean;
                                opens_at: string | null;
                                closes_at: string | null;
                                time_zone: string;
                                is_archived: boolean;
                                version: number;
                            };
                            /** @description In the order of their first workshops; with times where the name says a day */
                            moments: {
                                /** @description Of each only one workshop can be chosen */
                                name: string;
                                starts_at: string | null;
                                ends_at: string | null;
                                workshops: {
                                    id: number;
                                    title: string;
                                    description: string;
                                    /** @description Whom it is for: `""` is everybody, `a|b` several groups */
                                    group: string;
                                    /** @description Whether it is for the participant's group */
                                    is_for_group: boolean;
                                    capacity: number;
                                    /** @description Places; never below 0 */
                                    free: number;
                                }[];
                            }[];
                            links: {
                                workshop_ids: number[];
                                /** @enum {string} */
                                kind: "inclusive" | "exclusive";
                            }[];
                            /** @description What is chosen */
                            workshop_ids: number[];
                            /** @description What would be refused of it today: rules were changed since */
                            problems: {
                                workshop_id: number;
                                /** @enum {string} */
                                code: "closed" | "other_event" | "several_events" | "full" | "group" | "moment" | "needs" | "excludes" | "unknown";
                                /** @description The other workshops concerned */
                                with: number[];
                                /** @description In the language of the request */
                                message: string;
                                free: number | null;
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
        /**
         * Choose for a participant, in place of what was chosen before
         * @description All of it or nothing: a refused choice leaves the old one, and `detail.problems` tells every reason, with the workshops concerned and the places left, in the language of the request. `If-Match` is of the choice alone. Staff also while the event is closed.
         */
        put: {
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
                        /** @description The whole choice */
                        workshop_ids: number[];
                        /** @description Staff only: also beyond the capacity */
                        force?: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description The whole choice */
                        workshop_ids: number[];
                        /** @description Staff only: also beyond the capacity */
                        force?: boolean;
                    };
                    "multipart/form-data": {
                        /** @description The whole choice */
                        workshop_ids: number[];
                        /** @description Staff only: also beyond the capacity */
                        force?: boolean;
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
                            workshop_ids: number[];
                            registrations: {
                                id: number;
                                workshop_id: number;
                                /** Format: date-time */
                                entered_at: string;
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/participants/{id}/choice/{workshop_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Give up a workshop for a participant
         * @description With those that must be taken together with it. Participants while the event is open; staff always.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: number;
                    workshop_id: number;
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
    "/api/v1/events/{id}/seats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The free places of an event
         * @description Participants see their own event's.
         */
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
                            /** @description All workshops of the event, by id */
                            workshops: {
                                id: number;
                                capacity: number;
                                taken: number;
                                /** @description Never below 0, also where staff let in more */
                                free: number;
                            }[];
                            /** @description Whether participants may choose now */
                            is_open: boolean;
                            /** @description Of the event: another one tells that it was edited */
                            version: number;
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
    "/api/v1/events/{id}/seats/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The free places of an event as they change
         * @description Server-sent events, each `data` as `/events/{id}/seats` answers: at once and after every change, at most five times a second. The stream ends when the event is deleted or archived.
         */
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
    "/api/v1/participants/me/timetable.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My timetable as a calendar file
         * @description Holds the chosen workshops whose moment names a day and a time; 404 where none does. A workshop is the same entry however often it is read.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A calendar */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/calendar": string;
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
