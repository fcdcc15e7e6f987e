import { illustrativeLabel, type PlaceWritten } from './shape.ts';

export const place: PlaceWritten = {
  name: 'Four Lanterns',
  welcome:
    'Four changes that really happened, told again so that you can walk in, sit down and try things. The people here are invented, the fact cards say where their facts come from, and nothing you do here can hurt anybody.',
  label: illustrativeLabel,
  openedDaysAgo: 160,
  keptBy: 'person-winnie',
  groups: [
    { id: 'group-neighbours', name: 'Neighbours and community groups', side: 'community' },
    { id: 'group-patients', name: 'Patients', side: 'community' },
    { id: 'group-carers', name: 'Carers', side: 'community' },
    { id: 'group-ward-nurses', name: 'Ward nurses', side: 'staff' },
    { id: 'group-mental-health', name: 'Mental health nurses', side: 'staff' },
    { id: 'group-emergency', name: 'A&E and ambulance crews', side: 'staff' },
    { id: 'group-porters', name: 'Porters and cleaners', side: 'staff' },
    { id: 'group-gp-surgeries', name: 'GP surgeries', side: 'staff' },
    { id: 'group-district-nurses', name: 'District nurses · wijkverpleegkundigen', side: 'staff' },
    { id: 'group-managers', name: 'Managers and directors', side: 'staff' },
    { id: 'group-commissioners', name: 'Commissioners and funders', side: 'staff' },
    { id: 'group-councillors', name: 'Councillors', side: 'community' },
  ],
  sites: [
    { id: 'site-bow-east-london', name: 'Bow, east London' },
    { id: 'site-birmingham', name: 'Birmingham' },
    { id: 'site-solihull', name: 'Solihull' },
    { id: 'site-cramlington', name: 'Cramlington' },
    { id: 'site-hexham', name: 'Hexham' },
    { id: 'site-almelo', name: 'Almelo, the Netherlands' },
  ],
};
