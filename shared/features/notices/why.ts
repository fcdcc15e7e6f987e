/** Why somebody is told of something; all but `other` arrive at once, `other` waits for the digest. */
export const noticeWhys = ['ask', 'invitation', 'mention', 'answer', 'other'] as const;
export type NoticeWhy = (typeof noticeWhys)[number];

/** How often the digest comes. */
export const digestRhythms = ['daily', 'weekly', 'never'] as const;
export type DigestRhythm = (typeof digestRhythms)[number];
