/** What one can pledge, and how a pledge can end; in the order a form shows them. */
export const pledgeKinds = ['time', 'space', 'cover', 'money', 'introduction', 'equipment', 'data', 'decision'] as const;
export type PledgeKind = (typeof pledgeKinds)[number];

export const pledgeEnds = ['kept', 'changed', 'could-not'] as const;
export type PledgeEnd = (typeof pledgeEnds)[number];

export const whatMax = 300;
export const whyMax = 500;
export const newsMax = 300;
