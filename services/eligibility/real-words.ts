/**
 * Words and names that are one slip of the pen away from a word of the vocabulary and mean something else, so they are
 * left as they are: "form" is not "from". From the British spelling dictionary of Hunspell.
 */
export const realWords = `assume assumes days says pls plss erm yorks aback abased abbe abel abler ably abode abort abound abridging abs abut academe academia academics accountants ace
  achieve achiever achieves acme acre act acts add added adept ado advent adverb adverts advise advised advisers
  advises african afters age agog aground ahead ahem aid aide aides ail ailed aimed aired aisle alan alb aldo ale
  ales aline allan alloyed ally aloe alp alpo alsop alt alta alter alternatives alto amble american americas among
  amply amway analyse analysts andy anew ans answers ant anther apart ape apple applications apprenticed apprentices
  apr apter aptly aqa arabian arabic arc arch area ares argo aright ark arm arms arr arse art arty assessments
  assistants assuring aster ate atone attache attaches attacked audi aug aught augusta augusts aural australian
  autumns ave aver avert avery awardee awe awl awn awry axe axle aye ayes baaed bach backing backs bad baiting bake
  baked baking bale baled bales ball balled ban band banding banger banging bank banning banting bare bared barents
  bark barking barmy bart base basel baser bases bashed bask basked basking bast basted baster bat bate bated bath
  baths bay bayed baying beach beached beaches beaching bead beading beak bean bear bearding bears beast beat became
  beck becomes bee beef beep beer bees beet begat begin beginnings begum behan beings bela belg believed believer
  believes bell bellow belts bend bending bent bering berlins berm berms bern bert bess best bet beth betting bevel
  bey biased bid biddle bight bill bit black blanking blast bleak bless bling blow bock boeing bold bolder bole bolt
  bonce bone bong bonking booking booth bore bork bosh bot botch botha bother bots bout bow boys brained braining
  breached breaching bread breaks bream bridged bridling bright bring bringing broad broth brothel brothers brut
  brutish bsc btw bub buck bud bug bull bully bum bummer bun bunking bunt bur burt bus bushiness bushing bust
  busyness buts butt buy byes cab cable cabled cad cafe cage cain cairn cake caking cal calendars calf call caller
  calmed calved cam camel cameo camp camps cams canad cane cans cant cap cape car carder care careen careers carer
  carly carper carried cart carter carver case cased cast caster cat cater cathodic catholics caught cave caver
  cavers caw cay celled celt centred centres chad chan change charged charger charges chat checks cheek cheers chem
  chen chiba chick chile chill chin chine chink chino chins chis chock chomp chomps chose chow chuck cine circe cit
  cite clams clan clans claps clash clashes clasp clasps classed classrooms classy claus clauses claws cleave
  cleaving cleft clomp clomps clone clover clovers coarse coder coders codes coding cohering coin coined cokes coking
  cold colder colds cole collage colleges com coma comas comb combine combiner combines combing combs come comer
  comers comet comets comings comm commuter commuting como compete competed competing comping complected completer
  completes compo compos compute computed computers computes con cone cones cong conger coning consultants cont
  contact contracts contrast controller converted converters cooing cooking coop coops coordinators cop copes coping
  cops cor core corer corers cores coring cork corked corking corks corp corps cos cost costly cot cotes councils
  counter county coup coupe coupled couples couplet coups coursed courser courses court courted courting courts cove
  coven covens coverings covert coverts coves covet coveting covets covey coveys cow cowards cower cowering cowers
  cowing coxes coxing coyer coz cpd crass creak cree cross croup crust ctn cull culled cumber cunt cunts cur curing
  curse cut cyan cyrus dad dafter dago dagos dales dame dane dare daring darned dart date dater daughters dave davy
  day dding dead deader dear dearly dears debt dec deceive deceived decembers decently decide decides decode decodes
  decree deed deeded deeds deferral deft degrees deign delivers delivery delver den dent departments deportment depot
  depp depth depute designs developed developers dew dfe dhow diddle dido didst die died dies dig dill dim din dine
  ding dingle dint dip directer directors directory directs direst dis dish disregards dither div dive dobs docs
  documents doe doer doers doff doge doges dogs doings dole doles doling dolt dome domes doming don dona dong donn
  donne dons dopa dope dopes doping dora dork dorks dormer dos dose doses dosing doss dost dot dote dotes doth doting
  dots dour dove dover doves down downed doze dozes dozing dpt drained draining dram dramas drams drench drone dubbin
  dud duding dues dull dully duly dumber dune duping durban dust dyes dying ear eared earl earle earls earner ears
  ease eased easier east eastern easters eat eater eats eave eben economic economies ecu eden educations eff ego
  eighteens eighths eights eighty elan elbe elective elevens elise ell elsa elsie elver ember emery emigrates emirate
  employee employer enable enact end ending endued engineers equivalences equivalency equivalents ere erse especial
  essentials est estate ester esther etc etch ethan ether evan eve evens event evert eves evoked ewer exacts exalt
  expedience experiences expire expires ext eyes fable factually fad fain faiths fake faking fall fallowed fame fan
  far farces fare farmer fart farther fast faster fate faulty fave fay fear fears feast feaster feb fed feds feed
  feeders feeds feel feeler feels feet fell felt fem fen fend fended fender fending fens fer fess fete fetes fever
  fey fez fiance fiddle fie fiend fiends fife fifteens fifths fifty fight file fill filly filth finale finals
  financed finances finding fine finial finis finisher finishes finnish fir fire firmer firs firsts firth fish fist
  fiver fives fix fixed flan flee flees flew flour fob focal foe foes fog fol fold folder folding folds foll folly
  foment font foo food fop fora forbes force forced forceps ford fore fores forger forges fork forked forking forks
  form formed fort fortes forth foul foully foundations founded founding fount founts fours fourteens fourths fox
  franc frances franck franco francs freak fred freed freelanced freelancer freelances freer frees freq fret frey
  fried fright fro frog fromm frye fuel fulls funked funking fur furl furthers fused fut futures gable gad gaia gail
  gainer gaines gains gait gales gall galled game gamin gas gassed gate gave gavin gay gear gears gee geed gees gel
  gem gen genera gent gere germ germane germans germs gets ghat gide gill gills gin girds girl girly giros girts gish
  git gite givens giver gives glass glasses goad goat gob god goes goff going gold golding golds gone gong goo goode
  goods goody goof gook goon goop gore goth gould gout gov governments governors govt gown gowned grafted grain
  grained grammars grange grantee granter grated greene grin ground grout grouts grunted grus guernseys gull gully
  gushing gust gut gutting gyve haas hack hag hags haj hake hale hales hall hallowed halo hals halt halve ham hams
  hand hang hans hap hard hare harried hart hash hasp hast hat hate hater hats haunt havel haven havens haves haw
  haws hay haying hays haze header headings heads headteachers heady heal healing heap heaping hear heard hearing
  hears heat heating heave heaving heck hector heed heeded heeding heeds heft height heir held hem hen her herd
  herding here herman hersey hes hess hew hewer hey hid hided highers highs hill hing his hither hive hiya hmc hmong
  hoarding hob hoc hod hods hoe hoed hoes hoff hog holden holders holdings hole holed holes holier holing holler hols
  holt holy home homebody homes homing hon hone honk hons hood hooding hoods hooking hop hording hos hose hospitals
  host hot hour hove hover hovering hovers howe howl hows hoy hrs hugh hull hummer hung husbands hushing hut hwy iago
  iceland ict idle ignored ignores ill imagined imagines imaging imo include included ind independents indian indie
  indira indra inductions infants inline inst int internationale internationals ire iris irtish isl isles islet ital
  its ive jack jain jake jame jan jane japans jay jct jerseys jess jest jet jetting jill jingle jive joan john joiner
  joins joint jointed joni jot joust jude judy jun junes jung juniors junk juno jury jut jute juts kart kate keen keg
  ken kenyan kept keven keys khan kid kill kine king kith klan kneed knew knit knot know koala kongo korean korma
  kuwaiti lack lad lading lager lags laid lain lajos lake lame lamer land landon lang language laos larch largos lase
  lased laser lash lass lasses lasts lat late latex lather laths lats latter laughter lave laving laxer lay layer
  laying lea leach leached leaches leaching leaded leaden leaders leads leaf leafing leah leak leaking lean leander
  leaner leaning leap leaper leaping leapt lear learned leas lease leaser leash leasing leaved leaven leaver leaves
  leavings lecture lectured lecturers lectures led leda lee leeds lees lefts lefty legree legs leis lend lender
  lending lens lent leos lesa lesions lessens lesson lessors lest let lets letting levee levels lever lewd lewder lid
  life lift light line ling linger lisle list lister liston lither live liven lix llano load loader loading loan
  locale locals locking lodger loft log logger logos loin lome lone loner longed longs looming looping loosing loot
  looting lore lose loss lot lots lott lounger lour lout loved lover lovers low loyal lull lully lumber lung luring
  lust lyndon mable mac mace mach mack macy mad made mag mage maid main maintainer make making malaysian male males
  mall malone mam manage managed managers manages mandy mane mange manger mangy mani manky manly mann mans manx map
  mar marc marci marco marcy mare maris marred marrieds marries marsh mart mary mas massed mast master masterly
  masters mat match mated mater mates matey mathematicians mathis mats matt matte matts maw max maxed maya maybes
  mayo mays maze mead mean meany meddle meed megan melt members men mend mended mending meng mentors mere merlin
  merman mes mess met mete meths mew mfl mid middles might miked mill mimed min mince mine mined mingle mire mired
  mist mister mite mitt mix mixer mixes mkay moan moat mode moderns moet moire moist moistly mole momenta moments mon
  monger mont monte monty mood mooed moore moot mope moped morel mores morn moro morse mort mos mosh moss mot mote
  moth mother moths mots mott moue mould mount mounted mounting mounts mouth mouths move mover movers moves mow mowed
  msc muddle mull mummer mun mural mus muse mused mush mushing musics musk muss musts musty mute mutt myst mystery
  myths nae nagy nah name nary nate nave navvy nay near nearby nears neat neatly nee needled needy neg neither nelly
  nerd nerds nerving nest net nets netting nettled neut newer news newsy newt nice nigerian nigh nigher night nike
  nile nina nines nineteens nit nits nix nixed nob nod node noes nome non nona nonce nope nor norther northers norths
  norw nos nose note nov novembers nowt npq nuder null numbed numbers nurser nursers nut nuts oaf oar oat oaths
  oberlin oct octobers odd ode oder odes offs oft oho oily okays older ole omani omar omen ones ope opt oran orange
  ore orly osman others otter ounce ours oust outs oven overs oversea oversees overt owe owed owen owl owner owns
  pabst pace pacing packs pact pacy pad paging pail pain pained paining pair pairs pakistani pales paling pall palled
  pan pant par para paras parch pardner pare parent pares paring parish park parks parr parried pars parsed parson
  partners parts party pas pass passe passel passer passes pasta paste pasted pastorals pasts pasty pat pate patents
  paths pats paused pave paving pawing pay pct pea peach peaches pear pearly pears pearson peck pee peed peen peer
  pees peg pelt pen pend pended penning pep percents periods perk perl perm permanents perms pernod peron persona
  persons pert pertly peru pest pet petting pew phat phd phis photograph photographs physic physios pick piddle pie
  pier pill pine pissed pith pitt pity pius pix placements plaid plan playing plead pleader pleading pleas pleased
  pleases plug plugs plum plums plush plying pock poet pole pomp ponce pondering pone pong pore pork port portly pose
  posh posit poss possessions posts posy pot pother pots pour pout pow ppa ppr practitioners prance prat praying
  preached preaching precious preciously pref prep prepend pres presents preset pretends prev prevent prevision prey
  prier primacy primate prion priors priory prius privater privates pro probable procession professions programmed
  programmer programmes prole prom pros provably provisions prut pry prying pryor psst pubic puce puck pull pupal
  pure purus pus put pwn pwned pyre qatari qty qualifications qualifier qualifies quality quiet quine quire quit
  quito quits quote rack rad rafter rage raid raided rain rained raining rake raking rama ran rand ranee rang ranged
  ranger ranges rangy ranking ranted rare raster rat rate rater rave ray reach reaches reacted reacting read reader
  reading rear rears receiver receives rector reed reeds referrals refrained refraining rehired relieve religions
  rend rending require required requites res resent resign restrained restraining retained retaining retched retching
  retied retire retiree retires retried returnee returner returns revel revoke revokes rewired rho rid riddle ridging
  rife righto rights rile rill rime rive riven roached roaching robe rode roe roes roland roles rolex roll roman
  romeo romes romp romps rood rooking rope rose rot rote roth roue rouge round rouse rout routed router routes routs
  rove roved rover rovers row rowe rule rummer rune rushing rust rut sabbaticals sable sack sad sade safaried safe
  sage sago said saith sake salaries sale sales sames samey sand sane saris sassed sat sate saudis save sax say
  saying scan scott sear sears secondments seconds sect sectors sects secured securer secures see seed seeded seeder
  seeds seen sees semen semi sen sending sends seniors senor sens sensor sent sep sept septembers sere serviced
  services servile servings set seth setting settle settler settles sevens seventeens sevenths seventy sever severn
  sew sewer sex shad shall shame shana shanghais shave she shill shingle shirty show shy sic sided sidney sifter sigh
  sight signore sill sim simmer sin sine singe singled singles singlet singly sip sir siring sis sisters sit sitter
  sixteens sixths sixty skate skill slain slate slater slt slummer smalls smart smarted smarting smell snit snot snow
  sold solder sole someones somme song sooth sore sot sottish sou sough sour souths sow sown spacial spahn span
  sparing spate spavin spawn spaying specialise specialism specialists specials spend spending spill spin sporing
  sprain sprang sprig springs springy sprint sprung spying staffs stage stain stake staking stale stall star stare
  stared staring stark starling starr starred starring stars starter startled startling starts starved starving stat
  stated staten stater states stating stats statue statues stave stdio sterling steven stiff stifling stile stilling
  stills stilt stirring strained straining stratus string stuart studded studding students studies studios stuff
  subjects sued suite sully summed summers summery sumner sumter sunder sunless sup supervisors supervisory supper
  suppl supple supports supposed supposes suspender suture sven swain sway swerving swill swirling swish table tack
  tacking tad taken taker takes takings tale tales talking tall tame taming tan tanager tanking tape taping tare
  taring tarried tart tarted tarting tartly tasking taster tat tatar tate tater taxing tbh tea teachings team teams
  tear tears teat tech technicians ted tee teed teem teems teen tees teeth tel tench tend tended tending tenn tens
  tent tenths tents teri tern terns terr tes tess text thad thai thais thane thanh thank thant thar thaw thea thee
  thees theirs theme therm therms theses thew thick thigh thin thine thing thinks thins thirds thirsty thirteens
  thirteenths tho thole thong thorough thought threes threw throe thrust thu thunk thus thx thy tided tie tight till
  timetabled timetables tin tine tingle tit tither toe toes toff tokay toke toking told tole tome tomes ton tonal
  tone tong too tor tore tot totals tough toughly tour tout tow toward town trailed trailing trainer trainers tran
  trance transitions tree trench trey trg trice trough truest truss trusts trusty tryst tudor tues tull tun tune
  turban turing turkeys turnkey tut tutors twas twat twelves twill twine twink twos twp tyke tyree udder umber unfit
  uni unis unite units unity univ unix unlit untie upending upped uppers ups ural urbane ursa usable use user uses
  usu vain vainly vales van vast vaster vector veer vegan vend vended vending very vet vetting vial vie vii vila vim
  vince vine visa vita viva viz vocal vole volunteers vow wack wad wades wads wafting wag wages wags wailing wain
  waiving wake wakes waking wale waled walesa walks wall walled wallowed walls walsh wan wand wandering wanes wanking
  want wanting war warded ware wares warned wars wart wash wasp wast waster wasting water wave waves wavy wax waxes
  way ways wear wears weave weaving websites wed wee weed weeded weeder weeds ween weer wees weft weight weill well
  welt wen wend wended wending wept wet wetting whale whales wham whats wheat whee whens wheres whet whew whey while
  whit whither whiting whoa wholes whom whop whore whose whys wide width wight wild wile wiles willa wills willy wilt
  wily wince wine wipe wire wisc wise wisp wist wit witch withe wither withing wits witt wive woes wok woks wold
  wolds woman won wong wonk wonks wont woo wood word worded wording words wore worker workings world worm wormed
  worming worms worn wort worth wot woulds wound wow wreak wren wrench wright writing wry xix xor xterm yanking yea
  yeah yeahs yearly yearn yearned yearns yeas yeast yeats yen yens yep yeps yer yest yeti yew yews yid yob yon yong
  yore york yours yous youth yow yup yves zany zen zine zither zone ali amy sam ben olly hana aman iman eman`;
