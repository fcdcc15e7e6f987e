// Words that do not say what a spark is about, in English and in Dutch: grammar, and what nearly every spark says ("better", "improve").

const english = `a about above after again all also am an and any are as at be because been before being below between both but by can
cannot cant could couldnt did didnt do does doesnt doing dont down during each either else ever every few for from further get gets getting
go goes going got had has have having he her here hers herself him himself his how however i id if ill im improve improved improving in into is isnt it its itself ive
just let lets like made make makes making many may me might more most much must my myself need needs neither no nor not now of off on once
one only or other our ours out over own per please put rather really same shall she should so some still such than that thats the their
theirs them themselves then there theres these they theyre thing things this those though through to too under until up upon us use very
want was wasnt we well were werent what when where whether which while who whom whose why will with within without wont would yes yet you
your yours`;

const dutch = `aan al alle alleen als altijd andere ben bent bij daar daarom dan dat de der deze die dit doe doen door dus echt een eens en
er ergens ga gaan gaat geen geweest had hadden heb hebben hebt heeft hem het hier hij hoe hun iemand iets ik in is ja je jij jou jouw jullie
kan kon konden kun kunnen maar me meer men met mij mijn moet moeten na naar nee niet niets nog nu of om omdat onder ons onze ook op over
soms te tegen toch toen tot u uit uw van veel voor waar waarom was wat we weer wel welke wie wij wil willen word worden wordt ze zelf zich
zij zijn zo zonder zou zouden`;

export const stopWords: ReadonlySet<string> = new Set(`${english} ${dutch}`.split(/\s+/));
