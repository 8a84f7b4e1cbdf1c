/** Phrases that weigh the same; several in one string are parted by `|`. */
export type ValuedPhrases = readonly [valence: number, phrases: readonly string[]];

/**
 * How words and turns of phrase of a call sound, by valence from −5 to 5; they go before the base
 * lexicon, and 0 silences it. `*` stands for any ending, `(a|b)` for a choice, `(a )?` for what may
 * be missing. Facts of trouble weigh 2, feelings 3 and more.
 */
export const domainLexicon: readonly ValuedPhrases[] = [
  [
    -4,
    [
      'appalled|horrified|robbed|shocking|chaos|chaotic',
      'furious|livid|outrage*|disgust*|disgrace*|scandal*|unacceptable|appalling|atrocious',
      '(complete|total|utter|absolute|whole) (waste|joke|disaster|mess|shambles|nonsense|rubbish|nightmare)',
      'sick and tired|sick of|last straw|fed up|pissed*|worst',
      'thanks for nothing|thank you for nothing',
      'never (ever )?again|never (going to|gonna|buy*|order*|shop*|com*) .{0,20}again',
    ],
  ],
  [
    -3,
    [
      'and now this|what am i paying (you )?for|cheeky|the nerve|the audacity|los* my mind|takes me seriously|take me seriously',
      "(really |had |have )?expected (a lot |much )?(more|better)|kidding me|(must|got to) be joking|are you serious|for (heaven's|god's|goodness'|pete's|christ's) sake",
      "(passed|sent|transferred|pushed) (around|on )?(from|between)|from one (person|department|agent|colleague) to|getting nowhere|got nowhere|am nowhere|i'm nowhere",
      'ignored|ignoring|screwed up|messed up|botched|what on earth|what the (hell|heck)|nobody listens|no one listens|treated like',
      'frustrat*|disappoint*|angr*|annoy*|upset|upsetting|irritat*|infuriat*|maddening|aggravat*',
      'useless|hopeless|pathetic|terrible|horrible|awful|dreadful|horrendous|ridiculous|absurd',
      'rude|rudely|insult*|incompetent|clueless|unprofessional|unfriendly|impolite',
      'a mess|waste of (my |your |our )?(time|money)|wast(ed|ing) (my|our) time|nightmare|shambles|farce|(is|such|just|only) a joke',
      '(had|have) enough|enough is enough|had it with|let (me|us) down|let down',
      "not good enough|(is not|isn't|not) acceptable|not on|not (ok|okay|right)|beyond a joke",
      "li(ed|es|ar|ars) to (me|us)|(have|are|you're|you) lying|lied|liar*|cheat*|scam*|rip off|ripped off|fraud*",
      'in tears|cried|crying|heartbroken|devastated|desperate|stressed|stressful|sick with worry',
      "nobody (seems to |even )?cares?|no one (seems to |even )?cares?|you (people )?don't care|couldn't care less",
      'how many times (do|must|have)|over and over|again and again|time and time again',
      'taking forever|takes forever|takes ages|taking ages|(losing|lost|lose) (my )?patience|getting impatient',
      '(have |has )?ruin*|wreck*|spoilt|spoiled',
      "hung up on|hang up on|nothing but trouble|a pain|(don't|do not|no longer|can't) trust",
      "can't believe (how|that|this|it|you)|cannot believe (how|that|this|it|you)|unbelievable",
      'for an hour|for (two|three|four|five|several) hours|(on hold|waiting|in the queue) for (half an hour|hours|ages|forever|so long|an eternity)',
      'you call (this|that|yourself|yourselves)|what kind of (a )?(company|service|shop)',
      "(been |of |was |were |are |is )?no (help|use)( at all| whatsoever)?|(don't|do not|didn't|did not) appreciate",
      "(don't|doesn't|didn't|do not|does not|did not) even (know|care|bother|answer|reply|try|say|tell)",
      'disaster*|catastroph*',
      'hate*|stupid|idiot*|damn|bloody|crap|shit*|bullshit|rubbish|garbage|lousy|shoddy',
    ],
  ],
  [
    -2,
    [
      "(nobody|no one) (?!else)\\w+|(didn't|did not|never|haven't|have not) (get|got|had|hear|heard|receive|received|seen) (one|it|anything|any|a thing|a word)( from you)?",
      "(can't|cannot|couldn't) do (anything|a thing)|not what i (paid|ordered|asked|wanted|expected|signed up)( for)?|keep* \\w+ing (me|us|back|out|off)( the same)?|the same (answer|problem|excuse|story|nonsense)( again)?",
      '(took|takes|needed) (me )?\\w+ (calls|e?mails|tries|attempts)|without (a phone|internet|heating|power|water|hot water)|have no (internet|heating|power|hot water|signal|access|clue)',
      'not again|how you treat (people|customers|me)|how is (that|this|it) possible|how can (that|this|it|you)|why on earth|why (do|should) i have to|chas* (you|this|it|them)|not (once|a single)|had to (call|ring|explain|chase|write) (again|twice|three|four|five)',
      '(lost|missed) (my|our|the) (flight|appointment|meeting|deadline|train|day|money)|(fell|fall|falling|falls) apart|(stopped|stops) working|packed up|died|dead',
      "(not|never|\\w+n't) (been )?(informed|notified|warned|even told)|was i not (told|informed)|no (answer|reply|response|reaction|sign of)|still nothing",
      'different (answer|story|person|thing) (every|each) time|every time i (call|ask|try|write)|(get|got|hear|told) a different (answer|story)|yet again|not the first time|so many times',
      "keep* (telling|sending|asking|changing|pushing|saying|promising|putting)|took (so|too|very) long|(can't|couldn't|cannot) (reach|get through)|excuses|messed|mistake*|inconvenien*",
      '(feels|looks|seems|sounds) cheap|mouldy|moldy|rotten|stale|dirty|filthy|torn|ripped|soaked|threw|thrown|dumped|kicked|dented|chipped|stained|rusty',
      "\\w+n't (close|open|turn on|switch on|start|charge|load|connect|fit) (properly|right|at all|any more|anymore)|stolen|stole|hassle|headache|embarrass*|overpriced|that's just great",
      '(whole|entire|all) (morning|afternoon|day|week|weekend) (on|trying|waiting|for) (this|that|to|you|it|nothing)',
      '(never|not) (even |ever |yet )?(arriv*|come|came|turned up|show* up|showed up|been delivered|received|got here|got it)',
      "\\w+n't (even |ever |yet )?(arriv*|come|came|turned up|shown up|showed up|been delivered|received|got here|work|working|worked|help|helped|solve .{0,20}problem)",
      "(never|not) (work*|replied|answer*|called|heard back|happened)|still waiting|still not|still hasn't|still haven't",
      '(charged|billed|debited|paid|taken|took) .{0,24}(twice|two times|double)|double charged|charged me for nothing|overcharged',
      'nobody (ever )?(told|called|answer*|help*|replied|knows|came|can|could|will|tells|bother*)|no one (ever )?(told|called|answer*|help*|replied|knows|came|tells)',
      'broken|smashed|shattered|cracked|crushed|damaged|defective|faulty|bent|scratched|leaked',
      'crash|crashes|crashed|crashing|freezes|keeps (failing|breaking|happening|stopping)',
      '(wrong|missing|lost|late|overdue|delayed|delay|delays) (again|once more)|another delay|too late|so late|very late|late',
      '(third|fourth|fifth|second|tenth|hundredth) time|every single time|once again',
      "(don't|do not|didn't|did not) like|complain*|complaint|dissatisf*|unsatisf*|unhappy|worried|worrying|impatient|tired of|stuck",
      'problem*|trouble|issue with|goes wrong|go wrong|went wrong|wrong (item|one|size|colour|color|product|order|thing)',
      'ashamed|shame|shameful|unfair|not fair|unhelpful|unreliable|misleading|slow|painful|smell*|stink*',
      'on hold for|kept waiting|kept me waiting|waiting (for )?(so|too|very) long|hours on',
      'cancel* my account|take my business|go elsewhere|my lawyer|a lawyer|take you to court|sue',
      'give up|giving up|gave up|too (expensive|complicated|slow|long|much)',
      '(look*|is|are|was|were|feel*|sound*) nothing like',
      "(not|isn't|aren't|wasn't) (what|as good as|like) (it|they|you) (used to|once|were|was)( be| was| were)?",
      '(waiting|waited) (now )?since|(still )?took (over |more than |almost )?\\w+ (weeks|months)|still took',
      '(wait|waiting|waited) (for )?(over |more than |almost |nearly )?(two|three|four|five|six|several|many|\\w+teen) (days|weeks|months)',
      "(is|are|was|were|it's|they're) (still |also )?missing|missing (from|one|two|three|half|some|parts|pieces|a part)",
      'soaking( wet)?|drenched|dripping wet|little help',
      "(not|hardly|\\w+n't) much (help|use)",
      '(wrong|completely different|totally different) (city|town|street|house|address|door|flat|person|country)',
      'for nothing|took (a|one|two|the|my|half a|\\w+) (day|days|morning|afternoon) off|broke',
    ],
  ],
  [
    -1,
    [
      "supposed to|should have (been|come|arrived|told|called|known)|wasn't told|how come",
      'too (small|big|large|tight|short|loose|loud|noisy|heavy|hot|cold|difficult)',
      'confused|confusing|complicated|delay*|disconnected|locked out|declined|failed|error*',
    ],
  ],
  [
    0,
    [
      "(would|'d|i'd|we'd|you'd) (rather |really )?like|like (to|a|the|that|this|it|what|when)|looks like|sounds like|feels like|like",
      'pretty|frank|frankly|yes|no|please|help|stop|cancel*|pay|charge|charged|want|wants|sorry|hard|block*|free|true|matter|share',
      'reach*|number|alone|dear|hope|hopes|big|top|clear|safe|support|interested|fair enough|gift|honest|honestly',
      'spam|miss|missed|missing|lost and found|cut|leave|drop*|reject*|strange|odd|warning|emergency|urgent|risk|bank|grand|battle|pain',
      "no (problem|worries|rush|hurry|matter|trouble)|not a problem|never mind|don't mind|don't worry|not to worry|not bad",
      'good (morning|afternoon|evening|day|bye)|goodbye|have a (good|nice|lovely|great) (day|one|evening|weekend)',
      'thank you for (calling|taking|holding|waiting)|thanks for (calling|taking|holding|waiting)|thanks but|no thanks|no thank you',
      'with (all |all due |due |the greatest )?respect|quality',
      "excuse me|if (it's |it is )?not too much trouble|my best|best of|at best|best way|as well as|well|right|okay|ok|promised",
      "all right|alright|fine|it's fine i guess|credit (card|note)|trial|limited|luck|crazy about|interest|security|secure",
      'the (best|good) (way|time)|a (good|bad) (time|moment)|is it good|security code|customer care|take care',
    ],
  ],
  [
    2,
    [
      'finally (works|working|worked|here|there|arrived|fixed|done|got)',
      "generous|considerate|thoughtful|professional|efficient|reliable|comfortable|phew|that helps|that helped|like new|well done|nicely|can't (complain|fault)|nothing to complain*|spot on",
      'easy|easily|smooth*|quick|quickly|fast|prompt|promptly|friendly|kind of you|patient|polite|courteous|fair',
      '(solved|sorted|fixed|resolved)|solve* (the|my|our|this|that|it)( problem)?|sorted (it )?out|(works|working) (now|again|fine|perfectly|great)',
      'not (bad at all|too bad|so bad|half bad)',
      'no (problems|issues|complaints|regrets) (whatsoever|at all)|without (a|any) (hitch|hassle|fuss|glitch)',
      'dead (easy|simple|quick)|(order*|buy*|shop*|com*) (back )?(from|with|to) you again',
      '(told|tell|telling) (all )?(my|our) (friends|family|neighbours|colleagues) about (you|your) ?(shop|store|company|service)?',
      'on time|reassuring|no complaints|better now|much better|nice of you|good of you',
      'glad|satisfied|pleased|beautiful*|appreciate*|grateful|recommend*|impress*|enjoy*|cool|exactly what',
    ],
  ],
  [
    3,
    [
      "(never|not|don't|didn't|haven't|won't) (once |for a second |for a moment )?regret*",
      "(never|not once|hasn't|haven't|didn't) (once |ever )?(been )?(let me down|let us down|disappoint*|failed me|failed us)",
      '(definitely|certainly|gladly|happily|surely) (order|buy|shop|come|be|use|call|book|recommend)',
      'relief|relieved',
      'over the moon|nicest|kindest|friendliest|loveliest|greatest|best',
      'gorgeous|stunning|superb|marvel*|terrific|splendid|first class|top notch|generous of you|hooray|hurray|yay|worth every penny|hats off|(very|so|really) kind|made my day',
      'helpful|happy|great|good|nice|lovely|delight*|super|excellent|perfect|perfectly|thrilled',
      'saved (my|the) (day|life|bacon)|made my day|a star|five stars|like a charm|like a dream|a lifesaver',
      '(i|we|really) (really )?like (it|the|your|this|that|how)',
    ],
  ],
  [
    4,
    [
      "(can't|cannot) thank you enough|second to none",
      "(could|can)(n't| not|not) (be|have been|ask for) (happier|better|easier|nicer|more)",
      'amazing|awesome|fantastic|wonderful|brilliant|outstanding|love|loved|adore',
    ],
  ],
];

/** Thanks, by how warm they are; they only count while nothing is complained of. */
export const thanksLexicon: readonly ValuedPhrases[] = [
  [1, ['thank you|thanks|cheers|thank']],
  [
    3,
    [
      '(thank you|thanks) (so|very|ever so) much|thanks a (lot|million|bunch)|many thanks|thank you both',
      '(thank you|thanks) for (your|the|all|helping|fixing|sorting|doing|everything|that)',
    ],
  ],
];
