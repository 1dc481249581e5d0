/**
 * Verbs that everybody of a tenant may read of everybody else. The rest of the log (passwords changed, tokens made,
 * accounts shut) is for the person it is about and for admins: it is an audit trail as well.
 */
export const publicVerbs: readonly string[] = ['commented', 'registered', 'accepted', 'created'];
