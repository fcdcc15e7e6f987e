/** Why somebody is told of something; all but `other` arrive at once, `other` waits for the digest. */
export const noticeWhys = ['ask', 'invitation', 'mention', 'answer', 'other'] as const;
export type NoticeWhy = (typeof noticeWhys)[number];

/** What a push says on a locked screen: that something is there, or the notice's whole sentence. */
export const pushWordings = ['short', 'whole'] as const;
export type PushWords = (typeof pushWordings)[number];

/** How often the digest comes. */
export const digestRhythms = ['daily', 'weekly', 'never'] as const;
export type DigestRhythm = (typeof digestRhythms)[number];
