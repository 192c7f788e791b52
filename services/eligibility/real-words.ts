/**
 * Words and names that are one slip of the pen away from a word of the vocabulary and mean something else, so they are
 * left as they are: "form" is not "from". From the British spelling dictionary of Hunspell.
 */
export const realWords = `aback abased abode abort abound abridging abs abut academe academia academics accountants ace achieve achiever
  achieves acme acre act acts add added ado advise advised advisers advises african afters age agog aground ahead
  ahem aid aide aides ailed aimed aired aisle aldo ale ales aline alloyed aloe alpo alsop alta alter alternatives
  alto american americas among amply amway andy anew ans ant anther apart ape apple applications apprenticed
  apprentices apr apter aptly aqa arabian arabic arc arch area ares argo aright ark arm arms arr arse art arty
  assessments assistants assuring aster ate atone attache attaches attacked audi aug aught augusta augusts australian
  autumns ave aver avery awaiting awardee awe awry axe aye ayes baaed bach backing backs bad baiting bake baked
  baking baled bales balled ban band banding banging bank banning banting bare bared bark barking barmy bart base
  basel baser bases bashed bask basked basking bast basted baster bat bate bated bath baths bayed baying beach
  beached beaches beaching bead beading beak bean bear bears beast beat became beck becomes bee beef beep beer bees
  beet begat begin beginnings begun behan beings bela belg bell bellow belts bend bending bent bering berlins berm
  berms bern bert bess best bet beth betting bevel bey biased bid biddle bight bill bit black blanking blast bleak
  bless bling blow bock boeing bolt bonce bone bong bonking booking booth bore bork bosh bot botch botha bother bots
  bout bow brained braining breached breaching bread breaks bream bridling bright bring bringing broad broth brothel
  brothers brut brutish bsc btw bub buck bud bug bull bully bum bummer bun bunking bunt bur burt bus bushiness
  bushing bust busyness buts butt buy byes cab cabled cad cafe cage cain cairn cake caking cal calendars calf caller
  calmed calved cam camel cameo camp camps cams canad cane cans cant cap cape car carder care careen careers carer
  carly carper carried cart carter carver case cased cast caster cat cater cathodic catholics caught cave caver
  cavers caw cay celled celt centred centres chad chan change charged charger charges chat cheers chem chen chiba
  chile chill chin chine chink chino chins chis chomp chomps chose cine clams clan clans claps clash clashes clasp
  clasps classed classrooms classy claus clauses claws cleave cleaving cleft clomp clomps clone clover clovers coarse
  coder coders codes coding cohering coin coined cokes coking cold collage colleges com coma comas comb combine
  combiner combines combing combs come comer comers comet comets comings comm commuter commuting como compete
  competed competing comping complected completer completes compo compos compute computed computers computes con cone
  cones cong conger coning cont controller converted converters cooing cooking coop coops cop copes coping cops core
  corer corers cores coring cork corked corking corks corp corps cos cost costly cot cotes counter county coup coupe
  coupled couples couplet coups coursed courser courses court courted courting courts cove coven covens coverings
  covert coverts coves covet coveting covets covey coveys cow cowards cower cowering cowers cowing coxes coxing coyer
  coz cpd crass creak cree cross croup crust ctn cull culled cumber cunt cunts cur curing curse cut cyan cyrus dad
  dafter dago dagos dales dame dane dare daring dart date dater daughters dave davy dding dead deader dear dearly
  dears dec decembers decently decide decides decode decodes decree deed deeded deeds deferral deft degrees deign
  delivers delivery delver den dent departments deportment depute designs developed developers dew dfe diddle dido
  didst die died dies dig dill dim din dine ding dingle dint dip directer directors directory dis dish disregards
  dither div dive dobs docs doe doer doers doge doges dogs doings dole doles doling dolt dome domes doming don dona
  dong donn donne dons dopa dope dopes doping dora dork dorks dos dose doses dosing doss dost dot dote dotes doth
  doting dots dour dove dover doves downed doze dozes dozing drained draining dram dramas drams drench drone dubbin
  dud duding dues dull dully duly dumber dune duping dust dyes dying ear earl earle earls ears ease eased easier east
  eastern easters eat eater eats eave eben economic economies ecu eden educations ego eighteens eighths eights eighty
  elbe elevens elise elsa elsie elver ember emery emigrates emirate employee employer enable enact end ending endued
  engineers equivalents ere erse especial est estate ester esther etc etch ethan ether evan eve evens event evert
  eves ewer exacts exalt expedience experiences ext eyes factually fad faiths fake faking fall fallowed fame fan fare
  fart farther fast faster fate fave fear fears feast feaster feb fed feed feeders feeds feel feeler fees feet fell
  felt fem fen fend fended fender fending fer fess fete fever fey fez fiance fiddle fie fiend fiends fife fifteens
  fifths fifty fight file fill filly filth finale finals financed finances finding fine finial finis finisher
  finishes finnish fire firs firsts firth fish fist fiver fives fix fixed flee flew flour focal foe foes folding foll
  folly foment font food for fore fork forked forking forks form forth foul foully foundations founded founding fount
  founts fours fourteens fourths franc frances franck franco francs freak fred freed freer frees freq fret frey fried
  fright fro frog fromm frye fuel fulls funked funking fur furl furthers fused fut gad gain gainer gaines gales
  galled game gas gate gave gear gears gee geed gen genera gere germ germane germans germs get ghat gide gill gills
  girds girl girly giros girts gish git gite given giver gives glass glasses goad goat gob god goes going gold
  golding gone gong goo goode goods goody goof gook goon goop gore goth gould gout gov governments govt gowned
  grained grammars greene ground grout grouts grus guernseys gull gully gushing gust gut gutting gyve haas hack hag
  hags haj hake hale hales hall hallowed halo hals halt halve ham hams hand hang hans hap hard hare harried hart hash
  hasp hast hat hate hater hats haunt havel haven havens haves haw haws hay haying hays haze header headings heads
  headteachers heady heal healing heap heaping hear heard hearing hears heat heating heave heaving heed heeded
  heeding heeds heft height heir held hem hen herd herding here herman hes hess hew hewer hey hid hided highers highs
  hill hing his hither hive hiya hmc hmong hod hoes hog holdings holing home homebody homes homing hon hone honk hons
  hood hooding hooking hording hos hose hospitals host hot hour hove hover hovering hovers how hoy hrs hugh hull
  hummer hung husbands hushing hut iago iceland ict idle ignored ignores ill imagined imagines imaging imo include
  included ind independents indian indie indira indra inductions inst int internationale internationals ire isl isles
  islet ital its ive jack jain jake jame jan jane japans jct jess jest jet jetting jill jingle jive joan john joiner
  joins joint jointed joni jot joust jude judy jun junes jung juniors junk juno jury jut jute juts kart kate keen keg
  ken kenyan keven keys khan kid kill kine king kith kneed knew knit knot know koala kongo korean korma kuwaiti lack
  lad lading lager lags laid lajos lake lame lamer land landon lang language laos larch largos lase lased laser lash
  lass lasses lasts lat late latex lather laths lats latter laughter lave laving laxer layer laying lea leach leached
  leaches leaching leaded leaden leaders leads leaf leafing leah leak leaking lean leander leaner leaning leap leaper
  leaping leapt lear leas lease leaser leash leasing leaved leaven leaver leaves leavings led leda lee leeds lees
  lefts lefty legree legs leis lend lender lending lens lent leos lesa lesions lessens lesson lessors lest let lets
  letting levee levels lever lewd lewder lid life lift light line ling linger lisle list lister liston lither live
  lix load loader loading locale locals locking lodger loft log logger logos loin lome lone loner longed longs
  looming looping loosing looting lore loss lost lot lounger lour loved lover lovers low loyal lull lully lumber lung
  luring lust lyndon mac mace mach mack macy mad made mag mage maid main maintainer make making malaysian male males
  mall malone mam mandy mane mangy mani manky manly mann mans manx map mar marc marci marco marcy mare maris marred
  marrieds marries marsh mart mary mas mast master masterly masters mat match mated mater mates matey mathematicians
  mathis mats matt matte matts maw max maxed may maybes maze mead mean meany meddle meed megan melt members men mend
  mended mending meng mentors mere merlin merman mes mess met mete meths mew mfl mid middles might miked mill mimed
  min mince mine mined mingle mire mired mist mister mite mitt mix mixer mixes mkay moan moat mode moet moire moist
  moistly mole momenta moments mon monger mont monte monty mood mooed moore moot mope moped morel mores morn moro
  morse mort mos mosh moss mot mote moth mother moths mots mott moue mould mount mounted mounting mounts mouth mouths
  move mover movers moves mow mowed msc muddle mull mummer mun mus muse mused mush mushing musics musk muss musts
  musty mute mutt myst mystery myths nae nagy nah name nary nate nave navvy nay near nearby nears neat neatly nee
  needled needy neg neither nelly nerd nerds nerving nest net nets netting neut newer news newsy newt nice nigerian
  nigh nigher night nike nile nina nines nineteens nit nits nix nixed nob nod node noes nome non nona nonce nope nor
  norther northers norths norw nos nose note nov novembers nowt npq nuder null numbed numbers nurser nursers nut nuts
  oar oaths oberlin oct octobers ode oder odes oho oily okays ole omani omar omen ones ope oran ore orly osman others
  otter ounce ours oust out oven overs oversea oversees overt owe owed owner pabst pace pacing packs pact pacy pad
  paging pail pain pained pair pairs pakistani pales paling palled pan pant par para paras parch pardner pare pares
  paring parish park parks parr parried pars parson partners parts party pas pass pasta paste pasts pasty pat pate
  paths pats pave paving pawing pct peach peaches pear pearly pears pearson peck pee peed peen pelt pen pend pended
  penning per perm permanents perms peron persona persons pert pertly peru pest pet petting pew phat phd phis
  photograph photographs physic physios pick piddle pie pill pine pith pitt pius pix placements plaid playing plead
  pleader pleading pleas pleased pleases plug plugs plum plums plush plying pock poet pomp ponce pondering pone pong
  pore pork port portly pose posh posit poss posts posy pot pother pots pour pout pow ppa practitioners prance prat
  praying preached preaching precious preciously pref prep prepend pres presents preset pretends prev prevent
  prevision prey prier primacy primate prion priors priory prius privater privates pro probable procession
  professions programmed programmer programmes prom pros provably provisions prut pry prying pryor psst pubic puce
  puck pull pupal pure purus pus put pwned pyre qatari qty qualifications qualifier qualifies quality quiet quine
  quire quit quito quits quote rack rad rafter raid raided rained raining rake raking rama ran rand ranking rare
  raster rat rate rater rave reach reaches reacted reacting read reader reading rear rears reed reeds referrals
  refrained refraining rehired religions rend rending res resent resign restrained restraining retained retaining
  retched retching retied retire retiree retires retried returnee returner returns revel rewired rho rid riddle
  ridging rife righto rights rill rime rive roached roaching robe rode roe roes roland role roman romeo romes romp
  romps rood rooking rope rose rot rote roth roue rouge round rouse rout routed router routes routs rove roved rover
  rovers row rowe rummer rune rushing rust rut sabbaticals sack sad sade safe sage sago said saith sake sale sales
  sames samey sand sane saris sat sate saudis save sax saying scan scott sear sears secondments seconds sect sects
  see seed seeded seeder seeds seen semen semi sen sending sends seniors senor sens sensor sent sep sept septembers
  sere serviced services servile servings set seth setting sevens seventeens sevenths seventy sever severn sew sewer
  sex shad shall shame shana shanghais shave she shill shingle shirty sic sided sidney sifter sigh sight signore sill
  sim simmer sin sine singe singled singles singlet singly sip sir siring sis sisters sit sitter sixteens sixths
  sixty skate skill slain slate slater slt slummer smalls smart smarted smarting smell snit snot snow sole someones
  somme song sooth sore sot sou sough sour souths sow spacial spahn span sparing spate spavin spawn spaying
  specialise specialism specialists specials spend spending spill spin sporing sprain sprang sprig springs springy
  sprint sprung spying staffs stage stain stake staking stale stall star stare stared staring stark starling starr
  starred starring stars starter startled startling starts starved starving stat stated staten stater states stating
  stats statue statues stave stdio steven stiff stile stills stilt strained straining stratus string stuart studded
  studding students studies studios stuff subjects sued suite sully summed summers summery sumner sumter sunder
  sunless sup supper suppl supple supports supposed supposes sven swain sway swerving swill swish tack tacking tad
  taken taker takes takings tale tales talking tame taming tan tanking tape taping tare taring tarried tart tarted
  tarting tartly tasking taster tat tatar tate tater taxing tbh tea teachings team teams tear tears teat tech
  technicians ted tee teed teem teems teen teeth tel tench tend tended tending tenn tens tent tenths tents teri tern
  terns terr tes tess text thad thai thais thane thanh thank thant thar thaw thea thee theirs theme therm therms
  these thew thick thigh thin thine thing thinks thins thirds thirsty thirteens thirteenths tho thole thong thorough
  thought threes threw throe thrust thu thunk thus thx thy tided tie tight till timetabled timetables tin tine tingle
  tit tither toe toes tokay toke toking tome tomes ton tonal tone tong too tore tot totals tough tour tow toward
  trailed trailing trainer trainers tran trance tree trench trey trg trice trough truest truss trusts trusty tryst
  tudor tues tull tun tune turing turkeys turnkey tut tutors twas twat twelves twill twine twink twos twp tyke tyree
  udder umber unfit uni unis unite units unity univ unix unlit untie upending upped uppers ups ursa usable use user
  uses usu vainly vales van vast vaster veer vegan vend vended vending very vet vetting vince vine vocal volunteers
  vow wack wad wades wads wafting wag wages wags wailing waiving wake wakes waking wale waled walesa walks wall
  walled wallowed walls wan wand wandering wanes wanking want wanting war warded ware wares wars wart wash wasp wast
  waster wasting water wave waves wavy wax waxes way ways wear wears weave weaving wed wee weed weeded weeder weeds
  ween weer weft weight weill well welt wen wend wended wending wet wetting whales wham whats wheat whee whens wheres
  whet whew whey whit whiting whoa whom whop whore whose why wide width wight wild wile wiles willa wills willy wilt
  wily wince wine wipe wire wisc wise wisp wist wit witch withe wither withing wits witt wive woes wok woks wold
  woman wong wonk wonks wont woo wood word worded wording words wore worker workings world worm wormed worming worms
  worn wort worth wot woulds wound wow wreak wren wrench wright writing xix xterm yanking yea yeah yeahs yearly yearn
  yearns yeas yeast yeats yen yens yep yeps yer yest yeti yew yews yid yob yon yong yore york yours yous youth yow
  yup yves zany zen zine zither zone`;
