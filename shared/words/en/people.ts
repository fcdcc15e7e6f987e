/** People: how they show, perspectives, standing. */
export const people = {
  somebody: 'Somebody',
  'perspective-leading': 'Leading',
  'perspective-supporting': 'Supporting',
  'perspective-delivering': 'Delivering',
  'perspective-receiving': 'Receiving',
  'perspective-witnessing': 'Witnessing',
  'perspective-leading-note': 'I help it forward',
  'perspective-supporting-note': 'I make room for it',
  'perspective-delivering-note': 'I give the care or the service',
  'perspective-receiving-note': 'I am at the receiving end, or care for somebody who is',
  'perspective-witnessing-note': 'I see it happen',
} as const;
