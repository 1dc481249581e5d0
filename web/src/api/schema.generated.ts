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
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The events with how many workshops, people and places they have, the newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    archived?: boolean;
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
                                name: string;
                                /** @description The switch */
                                is_switched_on: boolean;
                                /** @description Whether participants may choose now */
                                is_open: boolean;
                                opens_at: string | null;
                                closes_at: string | null;
                                opens_at_local: string | null;
                                closes_at_local: string | null;
                                time_zone: string;
                                is_archived: boolean;
                                /** @description Raised by every edit of the event, its workshops and links */
                                version: number;
                                counts: {
                                    workshops: number;
                                    participants: number;
                                    /** @description Places of all workshops */
                                    capacity: number;
                                    taken: number;
                                };
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
        /** Make an event, without workshops */
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
                        /** @description Whether participants may choose, within the times */
                        is_switched_on?: boolean;
                        opens_at?: string | null;
                        closes_at?: string | null;
                        /** @description Such as Europe/Brussels */
                        time_zone?: string;
                    };
                    "application/x-www-form-urlencoded": {
                        name: string;
                        /** @description Whether participants may choose, within the times */
                        is_switched_on?: boolean;
                        opens_at?: string | null;
                        closes_at?: string | null;
                        /** @description Such as Europe/Brussels */
                        time_zone?: string;
                    };
                    "multipart/form-data": {
                        name: string;
                        /** @description Whether participants may choose, within the times */
                        is_switched_on?: boolean;
                        opens_at?: string | null;
                        closes_at?: string | null;
                        /** @description Such as Europe/Brussels */
                        time_zone?: string;
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
                            name: string;
                            /** @description The switch */
                            is_switched_on: boolean;
                            /** @description Whether participants may choose now */
                            is_open: boolean;
                            opens_at: string | null;
                            closes_at: string | null;
                            opens_at_local: string | null;
                            closes_at_local: string | null;
                            time_zone: string;
                            is_archived: boolean;
                            /** @description Raised by every edit of the event, its workshops and links */
                            version: number;
                            /** @description In the order that organisers gave them */
                            workshops: {
                                id: number;
                                title: string;
                                description: string;
                                moment: string;
                                /** @description `""`: all; `a|b`: several */
                                target_group: string;
                                capacity: number;
                                taken: number;
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
    "/api/v1/events/{id}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Copy an event with its workshops and links, closed and without people */
        post: {
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
                        name: string;
                    };
                    "application/x-www-form-urlencoded": {
                        name: string;
                    };
                    "multipart/form-data": {
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
                            id: number;
                            name: string;
                            /** @description The switch */
                            is_switched_on: boolean;
                            /** @description Whether participants may choose now */
                            is_open: boolean;
                            opens_at: string | null;
                            closes_at: string | null;
                            opens_at_local: string | null;
                            closes_at_local: string | null;
                            time_zone: string;
                            is_archived: boolean;
                            /** @description Raised by every edit of the event, its workshops and links */
                            version: number;
                            /** @description In the order that organisers gave them */
                            workshops: {
                                id: number;
                                title: string;
                                description: string;
                                moment: string;
                                /** @description `""`: all; `a|b`: several */
                                target_group: string;
                                capacity: number;
                                taken: number;
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
    "/api/v1/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An event with its workshops */
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
                            name: string;
                            /** @description The switch */
                            is_switched_on: boolean;
                            /** @description Whether participants may choose now */
                            is_open: boolean;
                            opens_at: string | null;
                            closes_at: string | null;
                            opens_at_local: string | null;
                            closes_at_local: string | null;
                            time_zone: string;
                            is_archived: boolean;
                            /** @description Raised by every edit of the event, its workshops and links */
                            version: number;
                            /** @description In the order that organisers gave them */
                            workshops: {
                                id: number;
                                title: string;
                                description: string;
                                moment: string;
                                /** @description `""`: all; `a|b`: several */
                                target_group: string;
                                capacity: number;
                                taken: number;
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
        /** Delete an event with its workshops, its participants and their choices */
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
         * Change what is named of an event, archive it or take it out of the archive
         * @description An archived event is taken out first where both are asked; it is archived last.
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
                        /** @description Whether participants may choose, within the times */
                        is_switched_on?: boolean;
                        opens_at?: string | null;
                        closes_at?: string | null;
                        /** @description Such as Europe/Brussels */
                        time_zone?: string;
                        /** @description Archived: closed and hidden, its keys open nothing */
                        is_archived?: boolean;
                        /** @description While archiving: delete everybody of the event with what they chose, for good */
                        forget_participants?: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        name?: string;
                        /** @description Whether participants may choose, within the times */
                        is_switched_on?: boolean;
                        opens_at?: string | null;
                        closes_at?: string | null;
                        /** @description Such as Europe/Brussels */
                        time_zone?: string;
                        /** @description Archived: closed and hidden, its keys open nothing */
                        is_archived?: boolean;
                        /** @description While archiving: delete everybody of the event with what they chose, for good */
                        forget_participants?: boolean;
                    };
                    "multipart/form-data": {
                        name?: string;
                        /** @description Whether participants may choose, within the times */
                        is_switched_on?: boolean;
                        opens_at?: string | null;
                        closes_at?: string | null;
                        /** @description Such as Europe/Brussels */
                        time_zone?: string;
                        /** @description Archived: closed and hidden, its keys open nothing */
                        is_archived?: boolean;
                        /** @description While archiving: delete everybody of the event with what they chose, for good */
                        forget_participants?: boolean;
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
                            name: string;
                            /** @description The switch */
                            is_switched_on: boolean;
                            /** @description Whether participants may choose now */
                            is_open: boolean;
                            opens_at: string | null;
                            closes_at: string | null;
                            opens_at_local: string | null;
                            closes_at_local: string | null;
                            time_zone: string;
                            is_archived: boolean;
                            /** @description Raised by every edit of the event, its workshops and links */
                            version: number;
                            /** @description In the order that organisers gave them */
                            workshops: {
                                id: number;
                                title: string;
                                description: string;
                                moment: string;
                                /** @description `""`: all; `a|b`: several */
                                target_group: string;
                                capacity: number;
                                taken: number;
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
        trace?: never;
    };
    "/api/v1/events/{id}/workshops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Replace the workshops of an event, in their order, or say what that would do
         * @description One with an id is changed, absent keys stay; one without is made; one left out is deleted with its registrations. `warnings` tells what this does to choices made before; nobody is evicted by a smaller capacity.
         */
        put: {
            parameters: {
                query?: {
                    /** @description Answer what would become of it; keep nothing */
                    dry_run?: boolean;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        workshops: {
                            /** @description One of the event; without it the workshop is new */
                            id?: number;
                            title?: string;
                            description?: string;
                            moment?: string;
                            /** @description `""`: all; `a|b`: several */
                            target_group?: string;
                            capacity?: number;
                        }[];
                    };
                    "application/x-www-form-urlencoded": {
                        workshops: {
                            /** @description One of the event; without it the workshop is new */
                            id?: number;
                            title?: string;
                            description?: string;
                            moment?: string;
                            /** @description `""`: all; `a|b`: several */
                            target_group?: string;
                            capacity?: number;
                        }[];
                    };
                    "multipart/form-data": {
                        workshops: {
                            /** @description One of the event; without it the workshop is new */
                            id?: number;
                            title?: string;
                            description?: string;
                            moment?: string;
                            /** @description `""`: all; `a|b`: several */
                            target_group?: string;
                            capacity?: number;
                        }[];
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
                            event: {
                                id: number;
                                name: string;
                                /** @description The switch */
                                is_switched_on: boolean;
                                /** @description Whether participants may choose now */
                                is_open: boolean;
                                opens_at: string | null;
                                closes_at: string | null;
                                opens_at_local: string | null;
                                closes_at_local: string | null;
                                time_zone: string;
                                is_archived: boolean;
                                /** @description Raised by every edit of the event, its workshops and links */
                                version: number;
                                /** @description In the order that organisers gave them */
                                workshops: {
                                    id: number;
                                    title: string;
                                    description: string;
                                    moment: string;
                                    /** @description `""`: all; `a|b`: several */
                                    target_group: string;
                                    capacity: number;
                                    taken: number;
                                }[];
                            };
                            warnings: {
                                workshop_id: number;
                                title: string;
                                /** @enum {unknown} */
                                code: "deleted" | "moment" | "group" | "over_limit";
                                /** @description How many people are concerned */
                                registrations: number;
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
    "/api/v1/events/{id}/fill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How full an event is */
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
                            participants: number;
                            /** @description Of them, who have chosen nothing */
                            without_choice: number;
                            workshops: {
                                id: number;
                                title: string;
                                description: string;
                                moment: string;
                                /** @description `""`: all; `a|b`: several */
                                target_group: string;
                                capacity: number;
                                taken: number;
                                /** @description Never below 0, also where a manager let in more */
                                free: number;
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
    "/api/v1/events/{id}/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The links of an event's workshops */
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
                            links: {
                                workshop1_id: number;
                                workshop2_id: number;
                                /**
                                 * @description inclusive: both or none; exclusive: not both
                                 * @enum {unknown}
                                 */
                                kind: "inclusive" | "exclusive";
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
         * Replace the links of an event's workshops
         * @description Refused as a whole where nobody could keep one of them. Choices made before stay, and are flagged.
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
                        links: {
                            workshop1_id: number;
                            workshop2_id: number;
                            /**
                             * @description inclusive: both or none; exclusive: not both
                             * @enum {unknown}
                             */
                            kind: "inclusive" | "exclusive";
                        }[];
                    };
                    "application/x-www-form-urlencoded": {
                        links: {
                            workshop1_id: number;
                            workshop2_id: number;
                            /**
                             * @description inclusive: both or none; exclusive: not both
                             * @enum {unknown}
                             */
                            kind: "inclusive" | "exclusive";
                        }[];
                    };
                    "multipart/form-data": {
                        links: {
                            workshop1_id: number;
                            workshop2_id: number;
                            /**
                             * @description inclusive: both or none; exclusive: not both
                             * @enum {unknown}
                             */
                            kind: "inclusive" | "exclusive";
                        }[];
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
                            links: {
                                workshop1_id: number;
                                workshop2_id: number;
                                /**
                                 * @description inclusive: both or none; exclusive: not both
                                 * @enum {unknown}
                                 */
                                kind: "inclusive" | "exclusive";
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
    "/api/v1/events/{id}/participants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The participants of an event with their keys and what they chose
         * @description With `updated_since` all of them in the order of their changes, up to the oldest transaction that still runs: whoever goes on from `since` misses nobody. What they choose is no change of theirs: see `/events/{id}/registrations`.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    /** @description What was changed since: a date, a moment, or `since` of the answer before, which misses nothing */
                    updated_since?: string;
                    /** @description A part of name, class or group */
                    search?: string;
                    /** @description Only this class; empty: those of none */
                    class?: string;
                    /** @description Only this group; empty: those of none */
                    group?: string;
                    /** @description Only those who have chosen nothing */
                    without_choice?: boolean;
                    sort?: "id" | "name" | "-name";
                };
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
                            items: {
                                id: number;
                                event_id: number;
                                full_name: string;
                                class: string | null;
                                target_group: string | null;
                                key: string | null;
                                /** @description What they chose */
                                workshop_ids: number[];
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
        /** Put one more person into an event; without a key one is drawn, null: none */
        post: {
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
                        full_name: string;
                        class?: string | null;
                        target_group?: string | null;
                        key?: string | null;
                    };
                    "application/x-www-form-urlencoded": {
                        full_name: string;
                        class?: string | null;
                        target_group?: string | null;
                        key?: string | null;
                    };
                    "multipart/form-data": {
                        full_name: string;
                        class?: string | null;
                        target_group?: string | null;
                        key?: string | null;
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
                            event_id: number;
                            full_name: string;
                            class: string | null;
                            target_group: string | null;
                            key: string | null;
                            /** @description What they chose */
                            workshop_ids: number[];
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
    "/api/v1/participants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One participant */
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
                            event_id: number;
                            full_name: string;
                            class: string | null;
                            target_group: string | null;
                            key: string | null;
                            /** @description What they chose */
                            workshop_ids: number[];
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
        /** Remove a participant with what they chose; their places come back */
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
         * Change what is named of a participant
         * @description A changed key signs out whoever came in by the old one; empty draws a new one, null takes it away.
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
                        full_name?: string;
                        class?: string | null;
                        target_group?: string | null;
                        key?: string | null;
                    };
                    "application/x-www-form-urlencoded": {
                        full_name?: string;
                        class?: string | null;
                        target_group?: string | null;
                        key?: string | null;
                    };
                    "multipart/form-data": {
                        full_name?: string;
                        class?: string | null;
                        target_group?: string | null;
                        key?: string | null;
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
                            event_id: number;
                            full_name: string;
                            class: string | null;
                            target_group: string | null;
                            key: string | null;
                            /** @description What they chose */
                            workshop_ids: number[];
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
    "/api/v1/participants/{id}/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Draw a new key for a participant; whoever is signed in by the old one is no more */
        post: {
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
                            event_id: number;
                            full_name: string;
                            class: string | null;
                            target_group: string | null;
                            key: string | null;
                            /** @description What they chose */
                            workshop_ids: number[];
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
    "/api/v1/events/{id}/participants/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring a CSV file of participants into an event, or say what that would do
         * @description The file itself as the body, or the only file of a multipart form, at most 32 MB. Separator, encoding and quotes are detected, columns found by their headings (Dutch, English, German). People are recognised by key, else by name and class, else by a name that occurs once on both sides; they keep id, key and choice. `replace` removes who is not in the file. Faults have the pointer `/<line>/<column>`, and nothing is changed.
         */
        post: {
            parameters: {
                query?: {
                    dry_run?: boolean;
                    mode?: "replace" | "add";
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "*/*": string;
                    "multipart/form-data": {
                        /** @description Of any name */
                        file?: string;
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
                            dry_run: boolean;
                            /**
                             * @description by_position: no heading was known; name, class, group and key were read in this order
                             * @enum {unknown}
                             */
                            headings: "by_name" | "by_position";
                            ignored_columns: string[];
                            /** @description With a key, but without a name */
                            skipped_lines: number[];
                            counts: {
                                added: number;
                                changed: number;
                                removed: number;
                                kept: number;
                                registrations_removed: number;
                            };
                            added: {
                                line: number;
                                full_name: string;
                                class: string | null;
                                target_group: string | null;
                            }[];
                            changed: {
                                line: number;
                                id: number;
                                before: {
                                    full_name: string;
                                    class: string | null;
                                    target_group: string | null;
                                };
                                after: {
                                    full_name: string;
                                    class: string | null;
                                    target_group: string | null;
                                };
                                is_key_changed: boolean;
                            }[];
                            removed: {
                                id: number;
                                full_name: string;
                                class: string | null;
                                target_group: string | null;
                                registrations: number;
                            }[];
                            /** @description How many people these lists do not show */
                            left_off: number;
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
    "/api/v1/events/{id}/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who chose what, as they came
         * @description With `updated_since` those that were made since, of all workshops; what was given up meanwhile is told by no list.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    /** @description What was changed since: a date, a moment, or `since` of the answer before, which misses nothing */
                    updated_since?: string;
                    workshop_id?: number;
                };
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
                            items: {
                                id: number;
                                /** Format: date-time */
                                entered_at: string;
                                workshop_id: number;
                                participant: {
                                    id: number;
                                    full_name: string;
                                    class: string | null;
                                    target_group: string | null;
                                };
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/{id}/registrations.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who chose what, as CSV */
        get: {
            parameters: {
                query?: {
                    /** @description Language of the words: en, de or nl */
                    lang?: string;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file, streamed */
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
    "/api/v1/events/{id}/registrations.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who chose what, as an Excel workbook with a sheet for each workshop */
        get: {
            parameters: {
                query?: {
                    /** @description Language of the words: en, de or nl */
                    lang?: string;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file, streamed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
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
    "/api/v1/events/{id}/participants.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The participants of an event with their keys, as CSV; the import reads it back */
        get: {
            parameters: {
                query?: {
                    /** @description Language of the words: en, de or nl */
                    lang?: string;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file, streamed */
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
    "/api/v1/events/{id}/key-cards.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The login keys as cards to print: name, class, key and the QR code of a link that signs in
         * @description The link carries the key in its fragment, which no server sees.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Language of the words: en, de or nl */
                    lang?: string;
                    /** @description Only this class; empty: those of none */
                    class?: string;
                };
                header?: never;
                path: {
                    id: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file, streamed */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
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
        /**
         * Enrolments, ended ones too
         * @description With `updated_since` in the order of their changes, up to the oldest transaction that still runs: whoever goes on with `since` of each answer misses none.
         */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    /** @description What was changed since: a date, a moment, or `since` of the answer before, which misses nothing */
                    updated_since?: string;
                    person?: string;
                    is_active?: boolean;
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
                    /** @description What was changed since: a date, a moment, or `since` of the answer before, which misses nothing */
                    updated_since?: string;
                    person?: string;
                    is_active?: boolean;
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
         * @description What hinders one person is told in their result. `?dry_run=true` tells what would happen and changes nothing. At most 50 000 pairs of identifier and course; more than 500 are a job (202), which tells the results in its rows.
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
                /** @description Accepted */
                202: {
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
    "/api/v1/cities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cities of this tenant, by name; inactive ones only to those who run them */
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
                            items: {
                                uuid: string;
                                slug: string;
                                /** @description The city of the host that was asked */
                                is_here: boolean;
                                logo_url: string | null;
                                name: string;
                                country: string;
                                locale: string;
                                /** @description IANA, such as Europe/Brussels */
                                time_zone: string;
                                url: string | null;
                                contact_us_url: string | null;
                                latitude: number;
                                longitude: number;
                                map_zoom_level: number | null;
                                accent_colour: string;
                                primary_button_colour: string;
                                secondary_button_colour: string;
                                font: string | null;
                                facebook_url: string | null;
                                instagram_url: string | null;
                                twitter_url: string | null;
                                youtube_url: string | null;
                                terms: string | null;
                                welcome_blurb: string;
                                venue_default_ada: boolean;
                                venue_default_has_piano: boolean;
                                is_active: boolean;
                                is_paused: boolean;
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
    "/api/v1/cities/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One city with its current festival, and what you may do there now */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
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
                            slug: string;
                            /** @description The city of the host that was asked */
                            is_here: boolean;
                            logo_url: string | null;
                            name: string;
                            country: string;
                            locale: string;
                            /** @description IANA, such as Europe/Brussels */
                            time_zone: string;
                            url: string | null;
                            contact_us_url: string | null;
                            latitude: number;
                            longitude: number;
                            map_zoom_level: number | null;
                            accent_colour: string;
                            primary_button_colour: string;
                            secondary_button_colour: string;
                            font: string | null;
                            facebook_url: string | null;
                            instagram_url: string | null;
                            twitter_url: string | null;
                            youtube_url: string | null;
                            terms: string | null;
                            welcome_blurb: string;
                            venue_default_ada: boolean;
                            venue_default_has_piano: boolean;
                            is_active: boolean;
                            is_paused: boolean;
                            current_festival: {
                                uuid: string;
                                name: string;
                                /** Format: date-time */
                                starts_at: string;
                                /** Format: date-time */
                                ends_at: string;
                                launched_at: string | null;
                                registration_closes_at: string | null;
                                matchmaking_closes_at: string | null;
                            } | null;
                            you: {
                                runs_it: boolean;
                                /** @description Make profiles, now */
                                may_register: boolean;
                                /** @description Ask for bookings, now */
                                may_request: boolean;
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a city, as somebody who runs it; what is left out stays */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        country?: string;
                        locale?: string;
                        /** @description IANA, such as Europe/Brussels */
                        time_zone?: string;
                        url?: string | null;
                        contact_us_url?: string | null;
                        latitude?: number;
                        longitude?: number;
                        map_zoom_level?: number | null;
                        accent_colour?: string;
                        primary_button_colour?: string;
                        secondary_button_colour?: string;
                        font?: string | null;
                        facebook_url?: string | null;
                        instagram_url?: string | null;
                        twitter_url?: string | null;
                        youtube_url?: string | null;
                        terms?: string | null;
                        welcome_blurb?: string;
                        venue_default_ada?: boolean;
                        venue_default_has_piano?: boolean;
                        is_active?: boolean;
                        is_paused?: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        name?: string;
                        country?: string;
                        locale?: string;
                        /** @description IANA, such as Europe/Brussels */
                        time_zone?: string;
                        url?: string | null;
                        contact_us_url?: string | null;
                        latitude?: number;
                        longitude?: number;
                        map_zoom_level?: number | null;
                        accent_colour?: string;
                        primary_button_colour?: string;
                        secondary_button_colour?: string;
                        font?: string | null;
                        facebook_url?: string | null;
                        instagram_url?: string | null;
                        twitter_url?: string | null;
                        youtube_url?: string | null;
                        terms?: string | null;
                        welcome_blurb?: string;
                        venue_default_ada?: boolean;
                        venue_default_has_piano?: boolean;
                        is_active?: boolean;
                        is_paused?: boolean;
                    };
                    "multipart/form-data": {
                        name?: string;
                        country?: string;
                        locale?: string;
                        /** @description IANA, such as Europe/Brussels */
                        time_zone?: string;
                        url?: string | null;
                        contact_us_url?: string | null;
                        latitude?: number;
                        longitude?: number;
                        map_zoom_level?: number | null;
                        accent_colour?: string;
                        primary_button_colour?: string;
                        secondary_button_colour?: string;
                        font?: string | null;
                        facebook_url?: string | null;
                        instagram_url?: string | null;
                        twitter_url?: string | null;
                        youtube_url?: string | null;
                        terms?: string | null;
                        welcome_blurb?: string;
                        venue_default_ada?: boolean;
                        venue_default_has_piano?: boolean;
                        is_active?: boolean;
                        is_paused?: boolean;
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
                            uuid: string;
                            slug: string;
                            /** @description The city of the host that was asked */
                            is_here: boolean;
                            logo_url: string | null;
                            name: string;
                            country: string;
                            locale: string;
                            /** @description IANA, such as Europe/Brussels */
                            time_zone: string;
                            url: string | null;
                            contact_us_url: string | null;
                            latitude: number;
                            longitude: number;
                            map_zoom_level: number | null;
                            accent_colour: string;
                            primary_button_colour: string;
                            secondary_button_colour: string;
                            font: string | null;
                            facebook_url: string | null;
                            instagram_url: string | null;
                            twitter_url: string | null;
                            youtube_url: string | null;
                            terms: string | null;
                            welcome_blurb: string;
                            venue_default_ada: boolean;
                            venue_default_has_piano: boolean;
                            is_active: boolean;
                            is_paused: boolean;
                            current_festival: {
                                uuid: string;
                                name: string;
                                /** Format: date-time */
                                starts_at: string;
                                /** Format: date-time */
                                ends_at: string;
                                launched_at: string | null;
                                registration_closes_at: string | null;
                                matchmaking_closes_at: string | null;
                            } | null;
                            you: {
                                runs_it: boolean;
                                /** @description Make profiles, now */
                                may_register: boolean;
                                /** @description Ask for bookings, now */
                                may_request: boolean;
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
        trace?: never;
    };
    "/api/v1/cities/{slug}/lookups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What may be chosen in a city, in its order */
        get: {
            parameters: {
                query?: {
                    list?: "genre" | "venue_type" | "neighbourhood" | "rain_option" | "virtual_option";
                };
                header?: never;
                path: {
                    slug: string;
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
                                /** @enum {string} */
                                list: "genre" | "venue_type" | "neighbourhood" | "rain_option" | "virtual_option";
                                key: string;
                                label: string;
                                district: string | null;
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
        /** Add to what may be chosen in a city */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        list: "genre" | "venue_type" | "neighbourhood" | "rain_option" | "virtual_option";
                        /** @description Made of the label without it */
                        key?: string;
                        label: string;
                        district?: string | null;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @enum {string} */
                        list: "genre" | "venue_type" | "neighbourhood" | "rain_option" | "virtual_option";
                        /** @description Made of the label without it */
                        key?: string;
                        label: string;
                        district?: string | null;
                    };
                    "multipart/form-data": {
                        /** @enum {string} */
                        list: "genre" | "venue_type" | "neighbourhood" | "rain_option" | "virtual_option";
                        /** @description Made of the label without it */
                        key?: string;
                        label: string;
                        district?: string | null;
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
                            /** @enum {string} */
                            list: "genre" | "venue_type" | "neighbourhood" | "rain_option" | "virtual_option";
                            key: string;
                            label: string;
                            district: string | null;
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
    "/api/v1/cities/{slug}/lookups/{list}/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an entry out of what may be chosen; refused while a profile names it */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                    list: "genre" | "venue_type" | "neighbourhood" | "rain_option" | "virtual_option";
                    key: string;
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
        /** Reword what may be chosen */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                    list: "genre" | "venue_type" | "neighbourhood" | "rain_option" | "virtual_option";
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        label?: string;
                        district?: string | null;
                    };
                    "application/x-www-form-urlencoded": {
                        label?: string;
                        district?: string | null;
                    };
                    "multipart/form-data": {
                        label?: string;
                        district?: string | null;
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
                            /** @enum {string} */
                            list: "genre" | "venue_type" | "neighbourhood" | "rain_option" | "virtual_option";
                            key: string;
                            label: string;
                            district: string | null;
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
    "/api/v1/festivals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The festivals of this city by date, with `etag`; drafts only to those who run it */
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
                            items: {
                                uuid: string;
                                name: string;
                                /** Format: date-time */
                                starts_at: string;
                                /** Format: date-time */
                                ends_at: string;
                                launched_at: string | null;
                                registration_closes_at: string | null;
                                matchmaking_closes_at: string | null;
                                etag: string;
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
        /** Add a festival, as somebody who runs the city; launched unless it is to be a draft */
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
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        registration_closes_at?: string | null;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        matchmaking_closes_at?: string | null;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        starts_at: string;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        ends_at: string;
                        /** @description To be launched later */
                        is_draft?: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        name?: string;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        registration_closes_at?: string | null;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        matchmaking_closes_at?: string | null;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        starts_at: string;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        ends_at: string;
                        /** @description To be launched later */
                        is_draft?: boolean;
                    };
                    "multipart/form-data": {
                        name?: string;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        registration_closes_at?: string | null;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        matchmaking_closes_at?: string | null;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        starts_at: string;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        ends_at: string;
                        /** @description To be launched later */
                        is_draft?: boolean;
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
                            name: string;
                            /** Format: date-time */
                            starts_at: string;
                            /** Format: date-time */
                            ends_at: string;
                            launched_at: string | null;
                            registration_closes_at: string | null;
                            matchmaking_closes_at: string | null;
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
    "/api/v1/festivals/{uuid}": {
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
        /** Change a festival, as somebody who runs the city; what is left out stays */
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
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        registration_closes_at?: string | null;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        matchmaking_closes_at?: string | null;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        starts_at?: string;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        ends_at?: string;
                    };
                    "application/x-www-form-urlencoded": {
                        name?: string;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        registration_closes_at?: string | null;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        matchmaking_closes_at?: string | null;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        starts_at?: string;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        ends_at?: string;
                    };
                    "multipart/form-data": {
                        name?: string;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        registration_closes_at?: string | null;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        matchmaking_closes_at?: string | null;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        starts_at?: string;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        ends_at?: string;
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
                            uuid: string;
                            name: string;
                            /** Format: date-time */
                            starts_at: string;
                            /** Format: date-time */
                            ends_at: string;
                            launched_at: string | null;
                            registration_closes_at: string | null;
                            matchmaking_closes_at: string | null;
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
    "/api/v1/festivals/{uuid}/launch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a festival: from now on people make profiles and ask each other for it */
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
                            uuid: string;
                            name: string;
                            /** Format: date-time */
                            starts_at: string;
                            /** Format: date-time */
                            ends_at: string;
                            launched_at: string | null;
                            registration_closes_at: string | null;
                            matchmaking_closes_at: string | null;
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
    "/api/v1/programme": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The confirmed bookings of the current festival, by start */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    /** @description A uuid: of one artist, in every festival */
                    artist?: string;
                    /** @description A uuid: of one venue, in every festival */
                    venue?: string;
                    /** @description A uuid; without it the current festival */
                    festival?: string;
                    /** @description Keys or labels; may be repeated */
                    genre?: string[];
                    /** @description Keys or labels; may be repeated */
                    venue_type?: string[];
                    /** @description Keys or labels; may be repeated */
                    neighbourhood?: string[];
                    /** @description A day or a time; local unless it names an offset */
                    from?: string;
                    /** @description A day or a time; local unless it names an offset */
                    before?: string;
                    ada?: boolean;
                    is_lesson?: boolean;
                    is_participatory?: boolean;
                    q?: string;
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
                                /** Format: date-time */
                                starts_at: string;
                                /** Format: date-time */
                                ends_at: string;
                                is_lesson: boolean;
                                is_participatory: boolean;
                                livestream_url: string | null;
                                festival_name: string;
                                time_zone: string;
                                artist: {
                                    url: string | null;
                                    facebook_url: string | null;
                                    instagram_url: string | null;
                                    twitter_url: string | null;
                                    youtube_url: string | null;
                                    uuid: string;
                                    name: string;
                                    description: string;
                                    genres: string[];
                                    picture_url: string | null;
                                    soundcloud_url: string | null;
                                    youtube_video_urls: string[] | null;
                                };
                                venue: {
                                    url: string | null;
                                    facebook_url: string | null;
                                    instagram_url: string | null;
                                    twitter_url: string | null;
                                    youtube_url: string | null;
                                    uuid: string;
                                    name: string;
                                    description: string | null;
                                    address: string;
                                    town: string;
                                    neighbourhood: string | null;
                                    latitude: number | null;
                                    longitude: number | null;
                                    ada: boolean;
                                    venue_type: string;
                                    rain_option: string;
                                    alt_venue: string | null;
                                };
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
    "/api/v1/artists/{uuid}/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give an artist a picture
         * @description The picture as the only file of a multipart form, or as the body: JPEG, PNG, WebP or GIF, at most 5 MB. It is redrawn.
         */
        put: {
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
                    "*/*": string;
                    "multipart/form-data": {
                        /** @description Of any name */
                        file?: string;
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
                            picture_url: string | null;
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
        /** Take the picture of an artist away */
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
    "/api/v1/cities/{slug}/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give a city a logo, as somebody who runs it
         * @description The picture as the only file of a multipart form, or as the body: JPEG, PNG, WebP or GIF, at most 5 MB. It is redrawn.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    slug: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "*/*": string;
                    "multipart/form-data": {
                        /** @description Of any name */
                        file?: string;
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
                            picture_url: string | null;
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
    "/api/v1/pictures/artists/{uuid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The picture of an artist */
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
                /** @description A picture */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/webp": string;
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
    "/api/v1/pictures/cities/{uuid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The logo of a city */
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
                /** @description A picture */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/webp": string;
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
    "/api/v1/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your conversations, the newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    is_archived?: boolean;
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
                                subject: string;
                                artist: {
                                    uuid: string;
                                    name: string;
                                    is_deleted: boolean;
                                    is_yours: boolean;
                                };
                                venue: {
                                    uuid: string;
                                    name: string;
                                    is_deleted: boolean;
                                    is_yours: boolean;
                                };
                                booking_uuid: string | null;
                                unread_count: number;
                                is_archived: boolean;
                                may_write: boolean;
                                last_message: {
                                    uuid: string;
                                    /** @enum {string} */
                                    side: "artist" | "venue";
                                    body: string;
                                    /** Format: date-time */
                                    created_at: string;
                                    /** @description By you; of your own messages, by the other side */
                                    is_read: boolean;
                                } | null;
                                /** Format: date-time */
                                updated_at: string;
                                contacts: {
                                    artist: {
                                        contact_name: string | null;
                                        contact_email: string | null;
                                        contact_phone: string | null;
                                    };
                                    venue: {
                                        contact_name: string | null;
                                        contact_email: string | null;
                                        contact_phone: string | null;
                                    };
                                } | null;
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
        /** Write the first message of an artist and a venue, or one more where they have written before */
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
                        artist_uuid: string;
                        venue_uuid: string;
                        subject?: string | null;
                        body: string;
                    };
                    "application/x-www-form-urlencoded": {
                        artist_uuid: string;
                        venue_uuid: string;
                        subject?: string | null;
                        body: string;
                    };
                    "multipart/form-data": {
                        artist_uuid: string;
                        venue_uuid: string;
                        subject?: string | null;
                        body: string;
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
                            subject: string;
                            artist: {
                                uuid: string;
                                name: string;
                                is_deleted: boolean;
                                is_yours: boolean;
                            };
                            venue: {
                                uuid: string;
                                name: string;
                                is_deleted: boolean;
                                is_yours: boolean;
                            };
                            booking_uuid: string | null;
                            unread_count: number;
                            is_archived: boolean;
                            may_write: boolean;
                            last_message: {
                                uuid: string;
                                /** @enum {string} */
                                side: "artist" | "venue";
                                body: string;
                                /** Format: date-time */
                                created_at: string;
                                /** @description By you; of your own messages, by the other side */
                                is_read: boolean;
                            } | null;
                            /** Format: date-time */
                            updated_at: string;
                            contacts: {
                                artist: {
                                    contact_name: string | null;
                                    contact_email: string | null;
                                    contact_phone: string | null;
                                };
                                venue: {
                                    contact_name: string | null;
                                    contact_email: string | null;
                                    contact_phone: string | null;
                                };
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{uuid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A conversation of yours */
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
                            subject: string;
                            artist: {
                                uuid: string;
                                name: string;
                                is_deleted: boolean;
                                is_yours: boolean;
                            };
                            venue: {
                                uuid: string;
                                name: string;
                                is_deleted: boolean;
                                is_yours: boolean;
                            };
                            booking_uuid: string | null;
                            unread_count: number;
                            is_archived: boolean;
                            may_write: boolean;
                            last_message: {
                                uuid: string;
                                /** @enum {string} */
                                side: "artist" | "venue";
                                body: string;
                                /** Format: date-time */
                                created_at: string;
                                /** @description By you; of your own messages, by the other side */
                                is_read: boolean;
                            } | null;
                            /** Format: date-time */
                            updated_at: string;
                            contacts: {
                                artist: {
                                    contact_name: string | null;
                                    contact_email: string | null;
                                    contact_phone: string | null;
                                };
                                venue: {
                                    contact_name: string | null;
                                    contact_email: string | null;
                                    contact_phone: string | null;
                                };
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Put a conversation away until somebody writes again, or take it back out */
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
                        is_archived: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        is_archived: boolean;
                    };
                    "multipart/form-data": {
                        is_archived: boolean;
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
                            uuid: string;
                            subject: string;
                            artist: {
                                uuid: string;
                                name: string;
                                is_deleted: boolean;
                                is_yours: boolean;
                            };
                            venue: {
                                uuid: string;
                                name: string;
                                is_deleted: boolean;
                                is_yours: boolean;
                            };
                            booking_uuid: string | null;
                            unread_count: number;
                            is_archived: boolean;
                            may_write: boolean;
                            last_message: {
                                uuid: string;
                                /** @enum {string} */
                                side: "artist" | "venue";
                                body: string;
                                /** Format: date-time */
                                created_at: string;
                                /** @description By you; of your own messages, by the other side */
                                is_read: boolean;
                            } | null;
                            /** Format: date-time */
                            updated_at: string;
                            contacts: {
                                artist: {
                                    contact_name: string | null;
                                    contact_email: string | null;
                                    contact_phone: string | null;
                                };
                                venue: {
                                    contact_name: string | null;
                                    contact_email: string | null;
                                    contact_phone: string | null;
                                };
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
        trace?: never;
    };
    "/api/v1/conversations/{uuid}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The messages of a conversation, the newest first */
        get: {
            parameters: {
                query?: {
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
                                uuid: string;
                                /** @enum {string} */
                                side: "artist" | "venue";
                                body: string;
                                /** Format: date-time */
                                created_at: string;
                                /** @description By you; of your own messages, by the other side */
                                is_read: boolean;
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
        /** Write a message; the other side gets a letter */
        post: {
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
                        body: string;
                    };
                    "application/x-www-form-urlencoded": {
                        body: string;
                    };
                    "multipart/form-data": {
                        body: string;
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
                            /** @enum {string} */
                            side: "artist" | "venue";
                            body: string;
                            /** Format: date-time */
                            created_at: string;
                            /** @description By you; of your own messages, by the other side */
                            is_read: boolean;
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
    "/api/v1/conversations/{uuid}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark everything in a conversation as read */
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
    "/api/v1/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bookings by time, with how many there are of each status */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    /** @description Of your artists and venues, or this city's for who runs it */
                    of?: "mine" | "city";
                    /** @description requested, accepted, changes_suggested, confirmed, declined, denied, cancelled, expired; may be repeated */
                    status?: string[];
                    /** @description A uuid, or `current` */
                    festival?: string;
                    /** @description A uuid */
                    artist?: string;
                    /** @description A uuid */
                    venue?: string;
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
                                /** @enum {string} */
                                status: "requested" | "accepted" | "changes_suggested" | "confirmed" | "declined" | "denied" | "cancelled" | "expired";
                                /**
                                 * @description Who is to do something next
                                 * @enum {string|null}
                                 */
                                waiting_for: "artist" | "venue" | "city" | null;
                                /** Format: date-time */
                                starts_at: string;
                                /** Format: date-time */
                                ends_at: string;
                                expires_at: string | null;
                                /** Format: date-time */
                                created_at: string;
                                is_lesson: boolean;
                                is_participatory: boolean;
                                is_self_match: boolean;
                                livestream_url: string | null;
                                artist: {
                                    uuid: string;
                                    name: string;
                                    is_deleted: boolean;
                                    is_yours: boolean;
                                    picture_url: string | null;
                                };
                                venue: {
                                    uuid: string;
                                    name: string;
                                    is_deleted: boolean;
                                    is_yours: boolean;
                                    address: string;
                                    town: string;
                                    latitude: number | null;
                                    longitude: number | null;
                                };
                                city: {
                                    slug: string;
                                    name: string;
                                    time_zone: string;
                                };
                                festival: {
                                    uuid: string;
                                    name: string;
                                };
                                version: number;
                                /** @description What you may do with it now */
                                actions: ("accept" | "decline" | "cancel" | "approve" | "deny" | "suggest_changes" | "edit" | "delete")[];
                                contacts: {
                                    artist: {
                                        contact_name: string | null;
                                        contact_email: string | null;
                                        contact_phone: string | null;
                                    };
                                    venue: {
                                        contact_name: string | null;
                                        contact_email: string | null;
                                        contact_phone: string | null;
                                    };
                                } | null;
                            }[];
                            next: string | null;
                            counts: {
                                requested: number;
                                accepted: number;
                                changes_suggested: number;
                                confirmed: number;
                                declined: number;
                                denied: number;
                                cancelled: number;
                                expired: number;
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
        /**
         * Ask an artist and a venue of this city to meet
         * @description For one of your sides it is a request to the other one, for both it waits for the city; whoever runs the city and has neither adds it confirmed.
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
                        artist_uuid: string;
                        venue_uuid: string;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        starts_at: string;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        ends_at: string;
                        is_lesson?: boolean;
                        is_participatory?: boolean;
                        livestream_url?: string | null;
                        message?: string | null;
                    };
                    "application/x-www-form-urlencoded": {
                        artist_uuid: string;
                        venue_uuid: string;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        starts_at: string;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        ends_at: string;
                        is_lesson?: boolean;
                        is_participatory?: boolean;
                        livestream_url?: string | null;
                        message?: string | null;
                    };
                    "multipart/form-data": {
                        artist_uuid: string;
                        venue_uuid: string;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        starts_at: string;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        ends_at: string;
                        is_lesson?: boolean;
                        is_participatory?: boolean;
                        livestream_url?: string | null;
                        message?: string | null;
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
                            /** @enum {string} */
                            status: "requested" | "accepted" | "changes_suggested" | "confirmed" | "declined" | "denied" | "cancelled" | "expired";
                            /**
                             * @description Who is to do something next
                             * @enum {string|null}
                             */
                            waiting_for: "artist" | "venue" | "city" | null;
                            /** Format: date-time */
                            starts_at: string;
                            /** Format: date-time */
                            ends_at: string;
                            expires_at: string | null;
                            /** Format: date-time */
                            created_at: string;
                            is_lesson: boolean;
                            is_participatory: boolean;
                            is_self_match: boolean;
                            livestream_url: string | null;
                            artist: {
                                uuid: string;
                                name: string;
                                is_deleted: boolean;
                                is_yours: boolean;
                                picture_url: string | null;
                            };
                            venue: {
                                uuid: string;
                                name: string;
                                is_deleted: boolean;
                                is_yours: boolean;
                                address: string;
                                town: string;
                                latitude: number | null;
                                longitude: number | null;
                            };
                            city: {
                                slug: string;
                                name: string;
                                time_zone: string;
                            };
                            festival: {
                                uuid: string;
                                name: string;
                            };
                            version: number;
                            /** @description What you may do with it now */
                            actions: ("accept" | "decline" | "cancel" | "approve" | "deny" | "suggest_changes" | "edit" | "delete")[];
                            contacts: {
                                artist: {
                                    contact_name: string | null;
                                    contact_email: string | null;
                                    contact_phone: string | null;
                                };
                                venue: {
                                    contact_name: string | null;
                                    contact_email: string | null;
                                    contact_phone: string | null;
                                };
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bookings/clashes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What takes an artist or a venue at a time, before anybody is asked; changes nothing */
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
                        artist_uuid: string;
                        venue_uuid: string;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        starts_at: string;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        ends_at: string;
                    };
                    "application/x-www-form-urlencoded": {
                        artist_uuid: string;
                        venue_uuid: string;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        starts_at: string;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        ends_at: string;
                    };
                    "multipart/form-data": {
                        artist_uuid: string;
                        venue_uuid: string;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        starts_at: string;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        ends_at: string;
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
                            items: {
                                booking_uuid: string;
                                /** @enum {string} */
                                side: "artist" | "venue";
                                /** Format: date-time */
                                starts_at: string;
                                /** Format: date-time */
                                ends_at: string;
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
    "/api/v1/bookings/{uuid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A booking, with what you may do with it now */
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
                            /** @enum {string} */
                            status: "requested" | "accepted" | "changes_suggested" | "confirmed" | "declined" | "denied" | "cancelled" | "expired";
                            /**
                             * @description Who is to do something next
                             * @enum {string|null}
                             */
                            waiting_for: "artist" | "venue" | "city" | null;
                            /** Format: date-time */
                            starts_at: string;
                            /** Format: date-time */
                            ends_at: string;
                            expires_at: string | null;
                            /** Format: date-time */
                            created_at: string;
                            is_lesson: boolean;
                            is_participatory: boolean;
                            is_self_match: boolean;
                            livestream_url: string | null;
                            artist: {
                                uuid: string;
                                name: string;
                                is_deleted: boolean;
                                is_yours: boolean;
                                picture_url: string | null;
                            };
                            venue: {
                                uuid: string;
                                name: string;
                                is_deleted: boolean;
                                is_yours: boolean;
                                address: string;
                                town: string;
                                latitude: number | null;
                                longitude: number | null;
                            };
                            city: {
                                slug: string;
                                name: string;
                                time_zone: string;
                            };
                            festival: {
                                uuid: string;
                                name: string;
                            };
                            version: number;
                            /** @description What you may do with it now */
                            actions: ("accept" | "decline" | "cancel" | "approve" | "deny" | "suggest_changes" | "edit" | "delete")[];
                            contacts: {
                                artist: {
                                    contact_name: string | null;
                                    contact_email: string | null;
                                    contact_phone: string | null;
                                };
                                venue: {
                                    contact_name: string | null;
                                    contact_email: string | null;
                                    contact_phone: string | null;
                                };
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
        post?: never;
        /** Remove a booking from every list; what may be cancelled is cancelled by it */
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
        /** Give a booking another time, place or other facts; what is left out stays */
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
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        starts_at?: string;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        ends_at?: string;
                        /** @description Another place of the same owner */
                        venue_uuid?: string;
                        is_lesson?: boolean;
                        is_participatory?: boolean;
                        livestream_url?: string | null;
                        /** @description Goes into the history and the letters */
                        reason?: string | null;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        starts_at?: string;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        ends_at?: string;
                        /** @description Another place of the same owner */
                        venue_uuid?: string;
                        is_lesson?: boolean;
                        is_participatory?: boolean;
                        livestream_url?: string | null;
                        /** @description Goes into the history and the letters */
                        reason?: string | null;
                    };
                    "multipart/form-data": {
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        starts_at?: string;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        ends_at?: string;
                        /** @description Another place of the same owner */
                        venue_uuid?: string;
                        is_lesson?: boolean;
                        is_participatory?: boolean;
                        livestream_url?: string | null;
                        /** @description Goes into the history and the letters */
                        reason?: string | null;
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
                            uuid: string;
                            /** @enum {string} */
                            status: "requested" | "accepted" | "changes_suggested" | "confirmed" | "declined" | "denied" | "cancelled" | "expired";
                            /**
                             * @description Who is to do something next
                             * @enum {string|null}
                             */
                            waiting_for: "artist" | "venue" | "city" | null;
                            /** Format: date-time */
                            starts_at: string;
                            /** Format: date-time */
                            ends_at: string;
                            expires_at: string | null;
                            /** Format: date-time */
                            created_at: string;
                            is_lesson: boolean;
                            is_participatory: boolean;
                            is_self_match: boolean;
                            livestream_url: string | null;
                            artist: {
                                uuid: string;
                                name: string;
                                is_deleted: boolean;
                                is_yours: boolean;
                                picture_url: string | null;
                            };
                            venue: {
                                uuid: string;
                                name: string;
                                is_deleted: boolean;
                                is_yours: boolean;
                                address: string;
                                town: string;
                                latitude: number | null;
                                longitude: number | null;
                            };
                            city: {
                                slug: string;
                                name: string;
                                time_zone: string;
                            };
                            festival: {
                                uuid: string;
                                name: string;
                            };
                            version: number;
                            /** @description What you may do with it now */
                            actions: ("accept" | "decline" | "cancel" | "approve" | "deny" | "suggest_changes" | "edit" | "delete")[];
                            contacts: {
                                artist: {
                                    contact_name: string | null;
                                    contact_email: string | null;
                                    contact_phone: string | null;
                                };
                                venue: {
                                    contact_name: string | null;
                                    contact_email: string | null;
                                    contact_phone: string | null;
                                };
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
        trace?: never;
    };
    "/api/v1/bookings/{uuid}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The history of a booking, oldest first: who, when, why, and what it became */
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
                            items: {
                                /** Format: date-time */
                                at: string;
                                account_uuid: string | null;
                                /** @enum {string} */
                                actor: "artist" | "venue" | "city" | "system";
                                action: string;
                                from_status: ("requested" | "accepted" | "changes_suggested" | "confirmed" | "declined" | "denied" | "cancelled" | "expired") | null;
                                /** @enum {string} */
                                to_status: "requested" | "accepted" | "changes_suggested" | "confirmed" | "declined" | "denied" | "cancelled" | "expired";
                                reason: string | null;
                                /** Format: date-time */
                                starts_at: string;
                                /** Format: date-time */
                                ends_at: string;
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
        /** Answer a booking: one of its `actions` */
        post: {
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
                        /** @enum {string} */
                        action: "accept" | "decline" | "cancel" | "approve" | "deny" | "suggest_changes";
                        /** @description Goes into the history and the letters */
                        reason?: string | null;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @enum {string} */
                        action: "accept" | "decline" | "cancel" | "approve" | "deny" | "suggest_changes";
                        /** @description Goes into the history and the letters */
                        reason?: string | null;
                    };
                    "multipart/form-data": {
                        /** @enum {string} */
                        action: "accept" | "decline" | "cancel" | "approve" | "deny" | "suggest_changes";
                        /** @description Goes into the history and the letters */
                        reason?: string | null;
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
                            /** @enum {string} */
                            status: "requested" | "accepted" | "changes_suggested" | "confirmed" | "declined" | "denied" | "cancelled" | "expired";
                            /**
                             * @description Who is to do something next
                             * @enum {string|null}
                             */
                            waiting_for: "artist" | "venue" | "city" | null;
                            /** Format: date-time */
                            starts_at: string;
                            /** Format: date-time */
                            ends_at: string;
                            expires_at: string | null;
                            /** Format: date-time */
                            created_at: string;
                            is_lesson: boolean;
                            is_participatory: boolean;
                            is_self_match: boolean;
                            livestream_url: string | null;
                            artist: {
                                uuid: string;
                                name: string;
                                is_deleted: boolean;
                                is_yours: boolean;
                                picture_url: string | null;
                            };
                            venue: {
                                uuid: string;
                                name: string;
                                is_deleted: boolean;
                                is_yours: boolean;
                                address: string;
                                town: string;
                                latitude: number | null;
                                longitude: number | null;
                            };
                            city: {
                                slug: string;
                                name: string;
                                time_zone: string;
                            };
                            festival: {
                                uuid: string;
                                name: string;
                            };
                            version: number;
                            /** @description What you may do with it now */
                            actions: ("accept" | "decline" | "cancel" | "approve" | "deny" | "suggest_changes" | "edit" | "delete")[];
                            contacts: {
                                artist: {
                                    contact_name: string | null;
                                    contact_email: string | null;
                                    contact_phone: string | null;
                                };
                                venue: {
                                    contact_name: string | null;
                                    contact_email: string | null;
                                    contact_phone: string | null;
                                };
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
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/artists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Artists by name, or by how well they fit a venue of your own; or your own */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    /** @description Your own, oldest first; nothing else counts then */
                    mine?: boolean;
                    /** @description Each word in the name or the description */
                    q?: string;
                    /** @description Keys or labels, one of them is enough; may be repeated */
                    genre?: string[];
                    /** @description Free from then */
                    free_from?: string;
                    /** @description Free until then */
                    free_until?: string;
                    /** @description Only who takes requests */
                    accepting?: boolean;
                    /** @description The uuid of a venue of your own: the best fitting first */
                    fits?: string;
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
                                url: string | null;
                                facebook_url: string | null;
                                instagram_url: string | null;
                                twitter_url: string | null;
                                youtube_url: string | null;
                                contact_name: string | null;
                                contact_email: string | null;
                                contact_phone: string | null;
                                uuid: string;
                                name: string;
                                genres: string[];
                                available_from: string | null;
                                available_until: string | null;
                                unavailable: {
                                    /** Format: date-time */
                                    starts_at: string;
                                    /** Format: date-time */
                                    ends_at: string;
                                }[];
                                is_accepting_requests: boolean;
                                may_change: boolean;
                                is_yours: boolean;
                                /** Format: date-time */
                                created_at: string;
                                bookings: {
                                    [key: string]: number;
                                } | null;
                                fit: {
                                    score: number | null;
                                    shared_minutes: number | null;
                                    shared_genres: string[];
                                    /** @description Of electricity, pa, piano */
                                    missing: string[];
                                    distance_km: number | null;
                                } | null;
                                description: string;
                                long_description: string | null;
                                soundcloud_url: string | null;
                                soundcloud_song_urls: string[] | null;
                                youtube_video_urls: string[] | null;
                                group_size: number | null;
                                needs_electricity: boolean;
                                needs_pa: boolean;
                                needs_piano: boolean;
                                picture_url: string | null;
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
        /** Make an artist of your own */
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
                        url?: string | null;
                        facebook_url?: string | null;
                        instagram_url?: string | null;
                        twitter_url?: string | null;
                        youtube_url?: string | null;
                        contact_name?: string | null;
                        contact_email?: string | null;
                        contact_phone?: string | null;
                        name: string;
                        /** @description Keys or labels of the city's list */
                        genres: string[];
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        available_from?: string | null;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        available_until?: string | null;
                        unavailable?: {
                            /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                            starts_at: string;
                            /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                            ends_at: string;
                        }[];
                        is_accepting_requests?: boolean;
                        description: string;
                        long_description?: string | null;
                        soundcloud_url?: string | null;
                        soundcloud_song_urls?: string[] | null;
                        youtube_video_urls?: string[] | null;
                        group_size?: number | null;
                        needs_electricity?: boolean;
                        needs_pa?: boolean;
                        needs_piano?: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        url?: string | null;
                        facebook_url?: string | null;
                        instagram_url?: string | null;
                        twitter_url?: string | null;
                        youtube_url?: string | null;
                        contact_name?: string | null;
                        contact_email?: string | null;
                        contact_phone?: string | null;
                        name: string;
                        /** @description Keys or labels of the city's list */
                        genres: string[];
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        available_from?: string | null;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        available_until?: string | null;
                        unavailable?: {
                            /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                            starts_at: string;
                            /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                            ends_at: string;
                        }[];
                        is_accepting_requests?: boolean;
                        description: string;
                        long_description?: string | null;
                        soundcloud_url?: string | null;
                        soundcloud_song_urls?: string[] | null;
                        youtube_video_urls?: string[] | null;
                        group_size?: number | null;
                        needs_electricity?: boolean;
                        needs_pa?: boolean;
                        needs_piano?: boolean;
                    };
                    "multipart/form-data": {
                        url?: string | null;
                        facebook_url?: string | null;
                        instagram_url?: string | null;
                        twitter_url?: string | null;
                        youtube_url?: string | null;
                        contact_name?: string | null;
                        contact_email?: string | null;
                        contact_phone?: string | null;
                        name: string;
                        /** @description Keys or labels of the city's list */
                        genres: string[];
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        available_from?: string | null;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        available_until?: string | null;
                        unavailable?: {
                            /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                            starts_at: string;
                            /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                            ends_at: string;
                        }[];
                        is_accepting_requests?: boolean;
                        description: string;
                        long_description?: string | null;
                        soundcloud_url?: string | null;
                        soundcloud_song_urls?: string[] | null;
                        youtube_video_urls?: string[] | null;
                        group_size?: number | null;
                        needs_electricity?: boolean;
                        needs_pa?: boolean;
                        needs_piano?: boolean;
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
                            url: string | null;
                            facebook_url: string | null;
                            instagram_url: string | null;
                            twitter_url: string | null;
                            youtube_url: string | null;
                            contact_name: string | null;
                            contact_email: string | null;
                            contact_phone: string | null;
                            uuid: string;
                            name: string;
                            genres: string[];
                            available_from: string | null;
                            available_until: string | null;
                            unavailable: {
                                /** Format: date-time */
                                starts_at: string;
                                /** Format: date-time */
                                ends_at: string;
                            }[];
                            is_accepting_requests: boolean;
                            may_change: boolean;
                            is_yours: boolean;
                            /** Format: date-time */
                            created_at: string;
                            bookings: {
                                [key: string]: number;
                            } | null;
                            fit: {
                                score: number | null;
                                shared_minutes: number | null;
                                shared_genres: string[];
                                /** @description Of electricity, pa, piano */
                                missing: string[];
                                distance_km: number | null;
                            } | null;
                            description: string;
                            long_description: string | null;
                            soundcloud_url: string | null;
                            soundcloud_song_urls: string[] | null;
                            youtube_video_urls: string[] | null;
                            group_size: number | null;
                            needs_electricity: boolean;
                            needs_pa: boolean;
                            needs_piano: boolean;
                            picture_url: string | null;
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
    "/api/v1/artists/{uuid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An artist; whom to call and counts only to its owner and the city */
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
                            url: string | null;
                            facebook_url: string | null;
                            instagram_url: string | null;
                            twitter_url: string | null;
                            youtube_url: string | null;
                            contact_name: string | null;
                            contact_email: string | null;
                            contact_phone: string | null;
                            uuid: string;
                            name: string;
                            genres: string[];
                            available_from: string | null;
                            available_until: string | null;
                            unavailable: {
                                /** Format: date-time */
                                starts_at: string;
                                /** Format: date-time */
                                ends_at: string;
                            }[];
                            is_accepting_requests: boolean;
                            may_change: boolean;
                            is_yours: boolean;
                            /** Format: date-time */
                            created_at: string;
                            bookings: {
                                [key: string]: number;
                            } | null;
                            fit: {
                                score: number | null;
                                shared_minutes: number | null;
                                shared_genres: string[];
                                /** @description Of electricity, pa, piano */
                                missing: string[];
                                distance_km: number | null;
                            } | null;
                            description: string;
                            long_description: string | null;
                            soundcloud_url: string | null;
                            soundcloud_song_urls: string[] | null;
                            youtube_video_urls: string[] | null;
                            group_size: number | null;
                            needs_electricity: boolean;
                            needs_pa: boolean;
                            needs_piano: boolean;
                            picture_url: string | null;
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
        /** Remove an artist; what is asked or agreed for later is cancelled */
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
        /** Change an artist; what is left out stays */
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
                        url?: string | null;
                        facebook_url?: string | null;
                        instagram_url?: string | null;
                        twitter_url?: string | null;
                        youtube_url?: string | null;
                        contact_name?: string | null;
                        contact_email?: string | null;
                        contact_phone?: string | null;
                        name?: string;
                        /** @description Keys or labels of the city's list */
                        genres?: string[];
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        available_from?: string | null;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        available_until?: string | null;
                        unavailable?: {
                            /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                            starts_at: string;
                            /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                            ends_at: string;
                        }[];
                        is_accepting_requests?: boolean;
                        description?: string;
                        long_description?: string | null;
                        soundcloud_url?: string | null;
                        soundcloud_song_urls?: string[] | null;
                        youtube_video_urls?: string[] | null;
                        group_size?: number | null;
                        needs_electricity?: boolean;
                        needs_pa?: boolean;
                        needs_piano?: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        url?: string | null;
                        facebook_url?: string | null;
                        instagram_url?: string | null;
                        twitter_url?: string | null;
                        youtube_url?: string | null;
                        contact_name?: string | null;
                        contact_email?: string | null;
                        contact_phone?: string | null;
                        name?: string;
                        /** @description Keys or labels of the city's list */
                        genres?: string[];
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        available_from?: string | null;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        available_until?: string | null;
                        unavailable?: {
                            /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                            starts_at: string;
                            /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                            ends_at: string;
                        }[];
                        is_accepting_requests?: boolean;
                        description?: string;
                        long_description?: string | null;
                        soundcloud_url?: string | null;
                        soundcloud_song_urls?: string[] | null;
                        youtube_video_urls?: string[] | null;
                        group_size?: number | null;
                        needs_electricity?: boolean;
                        needs_pa?: boolean;
                        needs_piano?: boolean;
                    };
                    "multipart/form-data": {
                        url?: string | null;
                        facebook_url?: string | null;
                        instagram_url?: string | null;
                        twitter_url?: string | null;
                        youtube_url?: string | null;
                        contact_name?: string | null;
                        contact_email?: string | null;
                        contact_phone?: string | null;
                        name?: string;
                        /** @description Keys or labels of the city's list */
                        genres?: string[];
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        available_from?: string | null;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        available_until?: string | null;
                        unavailable?: {
                            /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                            starts_at: string;
                            /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                            ends_at: string;
                        }[];
                        is_accepting_requests?: boolean;
                        description?: string;
                        long_description?: string | null;
                        soundcloud_url?: string | null;
                        soundcloud_song_urls?: string[] | null;
                        youtube_video_urls?: string[] | null;
                        group_size?: number | null;
                        needs_electricity?: boolean;
                        needs_pa?: boolean;
                        needs_piano?: boolean;
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
                            url: string | null;
                            facebook_url: string | null;
                            instagram_url: string | null;
                            twitter_url: string | null;
                            youtube_url: string | null;
                            contact_name: string | null;
                            contact_email: string | null;
                            contact_phone: string | null;
                            uuid: string;
                            name: string;
                            genres: string[];
                            available_from: string | null;
                            available_until: string | null;
                            unavailable: {
                                /** Format: date-time */
                                starts_at: string;
                                /** Format: date-time */
                                ends_at: string;
                            }[];
                            is_accepting_requests: boolean;
                            may_change: boolean;
                            is_yours: boolean;
                            /** Format: date-time */
                            created_at: string;
                            bookings: {
                                [key: string]: number;
                            } | null;
                            fit: {
                                score: number | null;
                                shared_minutes: number | null;
                                shared_genres: string[];
                                /** @description Of electricity, pa, piano */
                                missing: string[];
                                distance_km: number | null;
                            } | null;
                            description: string;
                            long_description: string | null;
                            soundcloud_url: string | null;
                            soundcloud_song_urls: string[] | null;
                            youtube_video_urls: string[] | null;
                            group_size: number | null;
                            needs_electricity: boolean;
                            needs_pa: boolean;
                            needs_piano: boolean;
                            picture_url: string | null;
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
    "/api/v1/venues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Venues by name, or by how well they fit an artist of your own; or your own */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    /** @description `next` of the page before */
                    cursor?: string;
                    /** @description Your own, oldest first; nothing else counts then */
                    mine?: boolean;
                    /** @description Each word in the name or the description */
                    q?: string;
                    /** @description Keys or labels, one of them is enough; may be repeated */
                    genre?: string[];
                    /** @description Free from then */
                    free_from?: string;
                    /** @description Free until then */
                    free_until?: string;
                    /** @description Only who takes requests */
                    accepting?: boolean;
                    /** @description The uuid of an artist of your own: the best fitting first */
                    fits?: string;
                    /** @description Keys or labels; may be repeated */
                    venue_type?: string[];
                    /** @description Keys or labels; may be repeated */
                    neighbourhood?: string[];
                    /** @description May be repeated */
                    district?: string[];
                    ada?: boolean;
                    has_piano?: boolean;
                    has_electricity?: boolean;
                    has_pa?: boolean;
                    /** @description Of where you are */
                    latitude?: number;
                    longitude?: number;
                    radius_km?: number;
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
                                url: string | null;
                                facebook_url: string | null;
                                instagram_url: string | null;
                                twitter_url: string | null;
                                youtube_url: string | null;
                                contact_name: string | null;
                                contact_email: string | null;
                                contact_phone: string | null;
                                uuid: string;
                                name: string;
                                genres: string[];
                                available_from: string | null;
                                available_until: string | null;
                                unavailable: {
                                    /** Format: date-time */
                                    starts_at: string;
                                    /** Format: date-time */
                                    ends_at: string;
                                }[];
                                is_accepting_requests: boolean;
                                may_change: boolean;
                                is_yours: boolean;
                                /** Format: date-time */
                                created_at: string;
                                bookings: {
                                    [key: string]: number;
                                } | null;
                                fit: {
                                    score: number | null;
                                    shared_minutes: number | null;
                                    shared_genres: string[];
                                    /** @description Of electricity, pa, piano */
                                    missing: string[];
                                    distance_km: number | null;
                                } | null;
                                description: string | null;
                                address: string;
                                town: string;
                                district: string | null;
                                neighbourhood: string | null;
                                zip_code: string | null;
                                latitude: number | null;
                                longitude: number | null;
                                /** @description Accessible */
                                ada: boolean;
                                venue_type: string;
                                rain_option: string;
                                virtual_option: string;
                                alt_venue: string | null;
                                has_electricity: boolean;
                                has_pa: boolean;
                                has_piano: boolean;
                                capacity: number | null;
                                is_indoor: boolean;
                                access_notes: string | null;
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
        /** Make a venue of your own */
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
                        url?: string | null;
                        facebook_url?: string | null;
                        instagram_url?: string | null;
                        twitter_url?: string | null;
                        youtube_url?: string | null;
                        contact_name?: string | null;
                        contact_email?: string | null;
                        contact_phone?: string | null;
                        name: string;
                        /** @description Keys or labels of the city's list */
                        genres?: string[];
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        available_from?: string | null;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        available_until?: string | null;
                        unavailable?: {
                            /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                            starts_at: string;
                            /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                            ends_at: string;
                        }[];
                        is_accepting_requests?: boolean;
                        description?: string | null;
                        address: string;
                        town?: string;
                        district?: string | null;
                        neighbourhood: string | null;
                        zip_code?: string | null;
                        latitude?: number | null;
                        longitude?: number | null;
                        /** @description Accessible */
                        ada: boolean;
                        venue_type: string;
                        rain_option: string;
                        virtual_option?: string;
                        alt_venue?: string | null;
                        has_electricity?: boolean;
                        has_pa?: boolean;
                        has_piano?: boolean;
                        capacity?: number | null;
                        is_indoor?: boolean;
                        access_notes?: string | null;
                    };
                    "application/x-www-form-urlencoded": {
                        url?: string | null;
                        facebook_url?: string | null;
                        instagram_url?: string | null;
                        twitter_url?: string | null;
                        youtube_url?: string | null;
                        contact_name?: string | null;
                        contact_email?: string | null;
                        contact_phone?: string | null;
                        name: string;
                        /** @description Keys or labels of the city's list */
                        genres?: string[];
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        available_from?: string | null;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        available_until?: string | null;
                        unavailable?: {
                            /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                            starts_at: string;
                            /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                            ends_at: string;
                        }[];
                        is_accepting_requests?: boolean;
                        description?: string | null;
                        address: string;
                        town?: string;
                        district?: string | null;
                        neighbourhood: string | null;
                        zip_code?: string | null;
                        latitude?: number | null;
                        longitude?: number | null;
                        /** @description Accessible */
                        ada: boolean;
                        venue_type: string;
                        rain_option: string;
                        virtual_option?: string;
                        alt_venue?: string | null;
                        has_electricity?: boolean;
                        has_pa?: boolean;
                        has_piano?: boolean;
                        capacity?: number | null;
                        is_indoor?: boolean;
                        access_notes?: string | null;
                    };
                    "multipart/form-data": {
                        url?: string | null;
                        facebook_url?: string | null;
                        instagram_url?: string | null;
                        twitter_url?: string | null;
                        youtube_url?: string | null;
                        contact_name?: string | null;
                        contact_email?: string | null;
                        contact_phone?: string | null;
                        name: string;
                        /** @description Keys or labels of the city's list */
                        genres?: string[];
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        available_from?: string | null;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        available_until?: string | null;
                        unavailable?: {
                            /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                            starts_at: string;
                            /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                            ends_at: string;
                        }[];
                        is_accepting_requests?: boolean;
                        description?: string | null;
                        address: string;
                        town?: string;
                        district?: string | null;
                        neighbourhood: string | null;
                        zip_code?: string | null;
                        latitude?: number | null;
                        longitude?: number | null;
                        /** @description Accessible */
                        ada: boolean;
                        venue_type: string;
                        rain_option: string;
                        virtual_option?: string;
                        alt_venue?: string | null;
                        has_electricity?: boolean;
                        has_pa?: boolean;
                        has_piano?: boolean;
                        capacity?: number | null;
                        is_indoor?: boolean;
                        access_notes?: string | null;
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
                            url: string | null;
                            facebook_url: string | null;
                            instagram_url: string | null;
                            twitter_url: string | null;
                            youtube_url: string | null;
                            contact_name: string | null;
                            contact_email: string | null;
                            contact_phone: string | null;
                            uuid: string;
                            name: string;
                            genres: string[];
                            available_from: string | null;
                            available_until: string | null;
                            unavailable: {
                                /** Format: date-time */
                                starts_at: string;
                                /** Format: date-time */
                                ends_at: string;
                            }[];
                            is_accepting_requests: boolean;
                            may_change: boolean;
                            is_yours: boolean;
                            /** Format: date-time */
                            created_at: string;
                            bookings: {
                                [key: string]: number;
                            } | null;
                            fit: {
                                score: number | null;
                                shared_minutes: number | null;
                                shared_genres: string[];
                                /** @description Of electricity, pa, piano */
                                missing: string[];
                                distance_km: number | null;
                            } | null;
                            description: string | null;
                            address: string;
                            town: string;
                            district: string | null;
                            neighbourhood: string | null;
                            zip_code: string | null;
                            latitude: number | null;
                            longitude: number | null;
                            /** @description Accessible */
                            ada: boolean;
                            venue_type: string;
                            rain_option: string;
                            virtual_option: string;
                            alt_venue: string | null;
                            has_electricity: boolean;
                            has_pa: boolean;
                            has_piano: boolean;
                            capacity: number | null;
                            is_indoor: boolean;
                            access_notes: string | null;
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
    "/api/v1/venues/{uuid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A venue; whom to call and counts only to its owner and the city */
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
                            url: string | null;
                            facebook_url: string | null;
                            instagram_url: string | null;
                            twitter_url: string | null;
                            youtube_url: string | null;
                            contact_name: string | null;
                            contact_email: string | null;
                            contact_phone: string | null;
                            uuid: string;
                            name: string;
                            genres: string[];
                            available_from: string | null;
                            available_until: string | null;
                            unavailable: {
                                /** Format: date-time */
                                starts_at: string;
                                /** Format: date-time */
                                ends_at: string;
                            }[];
                            is_accepting_requests: boolean;
                            may_change: boolean;
                            is_yours: boolean;
                            /** Format: date-time */
                            created_at: string;
                            bookings: {
                                [key: string]: number;
                            } | null;
                            fit: {
                                score: number | null;
                                shared_minutes: number | null;
                                shared_genres: string[];
                                /** @description Of electricity, pa, piano */
                                missing: string[];
                                distance_km: number | null;
                            } | null;
                            description: string | null;
                            address: string;
                            town: string;
                            district: string | null;
                            neighbourhood: string | null;
                            zip_code: string | null;
                            latitude: number | null;
                            longitude: number | null;
                            /** @description Accessible */
                            ada: boolean;
                            venue_type: string;
                            rain_option: string;
                            virtual_option: string;
                            alt_venue: string | null;
                            has_electricity: boolean;
                            has_pa: boolean;
                            has_piano: boolean;
                            capacity: number | null;
                            is_indoor: boolean;
                            access_notes: string | null;
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
        /** Remove a venue; what is asked or agreed for later is cancelled */
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
        /** Change a venue; what is left out stays */
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
                        url?: string | null;
                        facebook_url?: string | null;
                        instagram_url?: string | null;
                        twitter_url?: string | null;
                        youtube_url?: string | null;
                        contact_name?: string | null;
                        contact_email?: string | null;
                        contact_phone?: string | null;
                        name?: string;
                        /** @description Keys or labels of the city's list */
                        genres?: string[];
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        available_from?: string | null;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        available_until?: string | null;
                        unavailable?: {
                            /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                            starts_at: string;
                            /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                            ends_at: string;
                        }[];
                        is_accepting_requests?: boolean;
                        description?: string | null;
                        address?: string;
                        town?: string;
                        district?: string | null;
                        neighbourhood?: string | null;
                        zip_code?: string | null;
                        latitude?: number | null;
                        longitude?: number | null;
                        /** @description Accessible */
                        ada?: boolean;
                        venue_type?: string;
                        rain_option?: string;
                        virtual_option?: string;
                        alt_venue?: string | null;
                        has_electricity?: boolean;
                        has_pa?: boolean;
                        has_piano?: boolean;
                        capacity?: number | null;
                        is_indoor?: boolean;
                        access_notes?: string | null;
                    };
                    "application/x-www-form-urlencoded": {
                        url?: string | null;
                        facebook_url?: string | null;
                        instagram_url?: string | null;
                        twitter_url?: string | null;
                        youtube_url?: string | null;
                        contact_name?: string | null;
                        contact_email?: string | null;
                        contact_phone?: string | null;
                        name?: string;
                        /** @description Keys or labels of the city's list */
                        genres?: string[];
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        available_from?: string | null;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        available_until?: string | null;
                        unavailable?: {
                            /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                            starts_at: string;
                            /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                            ends_at: string;
                        }[];
                        is_accepting_requests?: boolean;
                        description?: string | null;
                        address?: string;
                        town?: string;
                        district?: string | null;
                        neighbourhood?: string | null;
                        zip_code?: string | null;
                        latitude?: number | null;
                        longitude?: number | null;
                        /** @description Accessible */
                        ada?: boolean;
                        venue_type?: string;
                        rain_option?: string;
                        virtual_option?: string;
                        alt_venue?: string | null;
                        has_electricity?: boolean;
                        has_pa?: boolean;
                        has_piano?: boolean;
                        capacity?: number | null;
                        is_indoor?: boolean;
                        access_notes?: string | null;
                    };
                    "multipart/form-data": {
                        url?: string | null;
                        facebook_url?: string | null;
                        instagram_url?: string | null;
                        twitter_url?: string | null;
                        youtube_url?: string | null;
                        contact_name?: string | null;
                        contact_email?: string | null;
                        contact_phone?: string | null;
                        name?: string;
                        /** @description Keys or labels of the city's list */
                        genres?: string[];
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        available_from?: string | null;
                        /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                        available_until?: string | null;
                        unavailable?: {
                            /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                            starts_at: string;
                            /** @description ISO 8601, with an offset or `Z`; without one a local time of the city's zone */
                            ends_at: string;
                        }[];
                        is_accepting_requests?: boolean;
                        description?: string | null;
                        address?: string;
                        town?: string;
                        district?: string | null;
                        neighbourhood?: string | null;
                        zip_code?: string | null;
                        latitude?: number | null;
                        longitude?: number | null;
                        /** @description Accessible */
                        ada?: boolean;
                        venue_type?: string;
                        rain_option?: string;
                        virtual_option?: string;
                        alt_venue?: string | null;
                        has_electricity?: boolean;
                        has_pa?: boolean;
                        has_piano?: boolean;
                        capacity?: number | null;
                        is_indoor?: boolean;
                        access_notes?: string | null;
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
                            url: string | null;
                            facebook_url: string | null;
                            instagram_url: string | null;
                            twitter_url: string | null;
                            youtube_url: string | null;
                            contact_name: string | null;
                            contact_email: string | null;
                            contact_phone: string | null;
                            uuid: string;
                            name: string;
                            genres: string[];
                            available_from: string | null;
                            available_until: string | null;
                            unavailable: {
                                /** Format: date-time */
                                starts_at: string;
                                /** Format: date-time */
                                ends_at: string;
                            }[];
                            is_accepting_requests: boolean;
                            may_change: boolean;
                            is_yours: boolean;
                            /** Format: date-time */
                            created_at: string;
                            bookings: {
                                [key: string]: number;
                            } | null;
                            fit: {
                                score: number | null;
                                shared_minutes: number | null;
                                shared_genres: string[];
                                /** @description Of electricity, pa, piano */
                                missing: string[];
                                distance_km: number | null;
                            } | null;
                            description: string | null;
                            address: string;
                            town: string;
                            district: string | null;
                            neighbourhood: string | null;
                            zip_code: string | null;
                            latitude: number | null;
                            longitude: number | null;
                            /** @description Accessible */
                            ada: boolean;
                            venue_type: string;
                            rain_option: string;
                            virtual_option: string;
                            alt_venue: string | null;
                            has_electricity: boolean;
                            has_pa: boolean;
                            has_piano: boolean;
                            capacity: number | null;
                            is_indoor: boolean;
                            access_notes: string | null;
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
         * @description On the default site only. The tenant answers at its address at once; it becomes active when the owner confirms the e-mail by the link of the letter, or when an operator approves it (setting `sign_up`).
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
    "/api/v1/tenant/staff-second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether staff must sign in with a second factor */
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
        /**
         * Demand a second factor of staff, or no longer
         * @description Staff, admins and owners without one then reach `/me` and `/session` only, until they have set it up.
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
                        is_demanded: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        is_demanded: boolean;
                    };
                    "multipart/form-data": {
                        is_demanded: boolean;
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
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{uuid}/second-factor": {
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
         * Switch off the second factor of somebody who lost the app and the recovery codes
         * @description Of somebody else, whose role is at most the own. The password alone opens the account then.
         */
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
                            /** @description Whether staff and above must have a second factor */
                            staff_second_factor: boolean;
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
        /** Rename the tenant, or demand a second factor of staff */
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
                        staff_second_factor?: boolean;
                    };
                    "application/x-www-form-urlencoded": {
                        /** @description Unique */
                        name?: string;
                        staff_second_factor?: boolean;
                    };
                    "multipart/form-data": {
                        /** @description Unique */
                        name?: string;
                        staff_second_factor?: boolean;
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
                            /** @description Whether staff and above must have a second factor */
                            staff_second_factor: boolean;
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
    "/api/v1/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the demo event may be loaded: as long as there is no event */
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
                            is_offered: boolean;
                            name: string;
                            /** @description With which its participants sign in */
                            keys: string[];
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
         * Load the demo event
         * @description Its keys are easy to guess: delete it before anybody relies on the installation.
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
                            event_id: number;
                            name: string;
                            /** @description With which its participants sign in */
                            keys: string[];
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
