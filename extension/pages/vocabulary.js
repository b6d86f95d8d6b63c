// What can be said of an application, of somebody in it and of what passed, in the service's own words.

export const KINDS = ["thank_you", "follow_up", "message", "call", "connect", "comment", "they_wrote", "they_connected"];
export const CHANNELS = ["email", "phone", "handwritten", "linkedin", "facebook", "x", "instagram", "xing"];
export const PARTS = ["interviewer", "recruiter", "referrer"];
export const OUTCOMES = ["offer", "accepted", "rejected", "withdrawn"];

/** Why somebody is trusted, as keys of `_locales`. */
export const REASONS = ["trust_before", "trust_colleague", "trust_asked"];
