/** The offices somebody may stand behind an initiative from, in the order a form shows them. */
export const offices = ['commissioner', 'elected-member', 'manager', 'clinical-lead', 'community-leader', 'funder', 'other'] as const;
export type Office = (typeof offices)[number];

export const reasonMax = 500;
export const withdrawnWhyMax = 300;
