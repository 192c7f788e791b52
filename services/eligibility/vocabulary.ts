import { knownAbroad, knownBeyondEngland } from './places.ts';

const spoken = `about above abroad academic academies academy accountant achieved across actually additional adviser after
  again ago almost alone along already also alternative although altogether and another any application apply applying
  apprentice approaching are around assessment assistant assuming attached august autumn available away awarded back
  banking based because become been before began beginning being below between both break bridging british business but
  calendar called came can career catholic centre charge child children church class classes classroom college
  colleague colleagues combined comes coming community complete completed completing comprehensive comprehensives
  computer computing considered converter could count counted counting counts couple course cover covering covers
  currently december decade decades degree delivering department deputy design developer did didn't didnt different
  director disregard does doesn't doesnt doing don't done dont drama during each early easter economics education eight
  eighteen eighth either eleven eligible eligibility employed ended engineer engineering english enough equivalent
  even ever every exact exactly excluding expected experience experienced faith february feeder few fewer fifteen fifth
  final finance finish finished finishing first five foundation four fourteen fourth free french friend from fully
  funded funding further gained gcse geography german getting girls give good got government grammar group groups had
  half has hasn't hasnt have haven't havent head headteacher heading high higher history holding hospital husband
  hypothetically ignore imagine including includes independent induction industry international is isn't isnt january
  joined july june junior just key languages last later lead leader leading least leave leaving left less lessons level
  local london long longer looking mainly maintained many march married maternity mathematics mathematician maths
  mastery maybe member mentor mentoring middle mixed moment month months more most mostly moved music must my nearly need
  needed needs never newly next nine nineteen nobody none north northern not november now nowhere number numeracy
  nursery october officially once one only originally other our over overseas owned pack paid parental part partly
  past paternity pending permanent permanently person physics placement please plus post practitioner pre present
  pretend previous previously primary prior private privately possible probably profession programme provision psychology
  public pupil pupils pushing qualification qualified qualifying qualify quite reached reaching recently referral
  religious research retired retraining retrained return returned returning right route same school schools science
  scitt second secondary secondment senior september serving service seven seventeen seventh several since single six
  sixteen sixth small sociology software some somebody someone spanish special specialist sponsored spring staff start
  started starting state status still student studio studying subject suppose summer supply support supporting
  taking taught teach teacher teachers teaches teaching technical technically technician technology ten tenth term
  terms than that the their them then there they think third thirteen thirty this those though three through thirteenth
  timetable together total towards trained trainee trainees training trust tutor tutoring twelve twenty twice two
  unable under unemployed university unless unqualified until unit upper used usually voluntary volunteer waiting was
  wasn't wasnt were what when where which who wife will wish with within without won't wondering work worked working
  works would year years yes yet you your aided controlled college qts qtls iqts pgce ect ects nqt nqts rqt scitt itt
  biology chemistry humanities sciences photography sociology full fee paying belt can comp comps else new allowed
  join okay enough take colleagues mate partner daughter brother sister friends employed director deliver nearly
  able advert analyst answer awaiting begun believe boarding boys'
  girls' check circa city  consultant contract coordinator council curriculum dept direct document essential earned
  equivalence expired faculty fees forces former formerly freelance future gain gaining given governor granted
  hold holder holding holds infant lecturer lost manager mandatory modern obtained obtaining online parents
  passed pastoral percent period possession primaries publicly range receive received regional requires revoked role
  roughly rural salaried secondaries sector secure selective settled supervisor suspended these transferred
  transition urban visiting website whether whole the and for one old not but now get got has had how any are was own out
  off per may can two six ten who why new via all ago just welsh scottish irish schools criteria experienced classroom
  abroad voluntary aided studied teaching taught permanent sabbatical agency utc pru prus semh send gcse hlta yrs mths
  yr teachfirst industry army navy ish
  thought assumed believed reckoned turns neither except probably possibly correction instead rather governor
  administrator librarian resigned stopped various sure unsure autocorrect them down`;

/** Every word that bears on what is read from a message, with the plain words that turn its meaning. */
export const vocabulary: ReadonlySet<string> = new Set(
  `${spoken} ${knownAbroad} ${knownBeyondEngland}`.match(/[a-z][a-z']{2,}/g) ?? [],
);
