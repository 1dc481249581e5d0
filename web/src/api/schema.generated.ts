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
