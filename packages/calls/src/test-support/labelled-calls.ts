/**
 * Calls as they might be, with what a good draft has of them. `c:` and `a:` say whose segment it is;
 * before a sentence stands what it is: `[R]` why the customer calls, `[P]` a promise of the agent (or
 * what was done for the customer), `[Q]` a question that nobody has answered at the end, `[A]` an amount.
 */
export interface LabelledCall {
  lines: readonly string[];
  /** What a careful agent would choose; null where it cannot be told from the words. */
  outcome: 'resolved' | 'follow-up' | 'escalated' | null;
}

/** The rules were made with these before them. */
export const developmentCalls: readonly LabelledCall[] = [
  {
    outcome: 'resolved',
    lines: [
      'a: Good morning, Northwind billing, Daniel speaking.',
      'c: Good morning. My name is James Carter, and [R] I think I was charged twice for my subscription this month.',
      'a: Let me check that for you, James. Is your email address still the same?',
      'c: Yes, it is. [A] I see two payments of twenty nine dollars on the third of the month.',
      'a: I can see the first payment failed and was then retried, so the second one is a duplicate.',
      'c: This is the second time it happens. Honestly I am angry, and I am thinking about cancelling my account.',
      'a: I am sorry about that. [P] I will refund the duplicate payment and add one free month.',
      'c: Alright, that sounds fair. How long will the refund take?',
      'a: [P] It will take up to five business days.',
      'c: Great, thanks a lot for fixing it so quickly.',
    ],
  },
  {
    outcome: 'resolved',
    lines: [
      'a: Thank you for calling Northwind support, my name is Daniel. How can I help you today?',
      'c: Hi Daniel, this is Maria Santos. [R] I ordered a coffee machine two weeks ago and it still has not arrived.',
      "a: I'm sorry to hear that, Maria. Can you give me the order number, please?",
      'c: Sure, the order number is four five two one.',
      'a: Thank you. I can see the parcel has been stuck at the depot since Monday.',
      "c: This is really frustrating. Nobody told me anything, and I needed it for my daughter's birthday. I am very disappointed.",
      'a: I completely understand. I can send a replacement by express today, or refund the full amount.',
      'c: I would rather have my money back, please.',
      'a: Of course. [P] I have issued the refund, you will see it within three business days.',
      'c: Okay, thank you very much, you have been very helpful.',
    ],
  },
  {
    outcome: 'resolved',
    lines: [
      'a: Hello, you have reached Northwind technical support. How can I help?',
      "c: Hello, [R] I can't log in to my account. It says that my password is wrong.",
      'a: No problem. Did you try the reset link on the sign in page?',
      'c: Yes, I tried it three times, but the email never arrives.',
      'a: I can see the emails were blocked. Could you look in your spam folder?',
      'c: Oh wait, there it is. It was in the spam folder all the time.',
      'a: Wonderful. Please choose a new password with at least twelve characters.',
      'c: Perfect, it works now. Thank you, that was very easy.',
    ],
  },
  {
    outcome: 'follow-up',
    lines: [
      'a: Hello, this is Ben at Northwind. What can I do for you?',
      "c: Yeah, hi. Um, how are you? [R] So my grinder makes a really loud noise since last week and I'd like to know if that's covered.",
      "a: I'm fine, thank you. When did you buy it?",
      'c: It was in March, I think, or maybe April.',
      'a: Okay, then it is still under warranty. We could send you a replacement part.',
      'c: That would be good. [Q] And how long does the repair take if I bring it to a shop?',
      "a: I don't have that in front of me, I'd need to ask the workshop about that.",
      'c: Okay.',
      "a: [P] I'll call you back tomorrow before noon.",
      'c: Fine, bye.',
    ],
  },
  {
    outcome: 'escalated',
    lines: [
      'a: Good afternoon, you are speaking with Claire.',
      'c: [R] I want to complain about the driver who delivered my sofa yesterday. He was so rude to my mother.',
      'a: I am very sorry to hear that. May I have your order number?',
      'c: It is seven seven one two.',
      'a: Thank you. Just a moment while the system loads.',
      'c: [Q] And who pays for the scratch in the door?',
      "a: I understand that this is upsetting. I can't decide that myself.",
      'c: Then let me speak to your manager.',
      'a: [P] I will pass this on to my supervisor right now.',
      'c: Good. I expect to hear from somebody today.',
    ],
  },
  {
    outcome: 'resolved',
    lines: [
      'a: Hello, how can I help?',
      'c: Hello? Can you hear me? Hi. Okay. [R] I need to change the address for my delivery because we have moved.',
      'a: Sure. What is the new address?',
      'c: It is twelve Hill Road in Leeds.',
      "a: Let me just type that in. [P] I've changed the address for you.",
      'c: Will it still come on Friday?',
      'a: Yes, it should. Is there anything else I can do for you?',
      "c: No, that's all. Thanks.",
      'a: Have a lovely day.',
    ],
  },
  {
    outcome: 'follow-up',
    lines: [
      'a: Northwind, Sam speaking, hello.',
      'c: Hi. [R] I sent back a lamp three weeks ago and I have not got my money yet.',
      'a: Okay, bear with me, I am going to put you on hold for a moment.',
      'a: Thanks for waiting. Yes, I see that we received it on the fifth.',
      'c: [A] It was forty nine pounds ninety. [Q] Why has nobody refunded it?',
      'a: I am afraid I cannot see that in this system.',
      "c: I've called twice about this. You said five days.",
      "a: I'm sorry. [P] I'll open a ticket for the accounts team and [P] they will email you by Wednesday.",
      'c: Well, I hope so.',
    ],
  },
];

/** Written before the rules were, and not looked at while they were made. */
export const heldOutCalls: readonly LabelledCall[] = [
  {
    outcome: 'resolved',
    lines: [
      'a: Hello and welcome to Northwind, Priya here. What is it about?',
      "c: Oh hello there. It's a bit of a bad line. [R] I'd like to cancel my coffee subscription, please.",
      'a: May I ask what the reason is?',
      "c: We simply don't drink that much any more, it piles up.",
      'a: I could offer you another month at half price.',
      "c: That's kind, but no. Is there a fee for cancelling?",
      'a: No, there is none. [P] I have cancelled it for you, and [P] you will get a confirmation by email.',
      'c: Lovely, thank you.',
      'a: You are welcome. Goodbye.',
    ],
  },
  {
    outcome: 'follow-up',
    lines: [
      'a: Good evening, my name is Tom. How may I help you?',
      'c: Evening. [R] The tablet I got from you will not switch on.',
      'a: Did you try to charge it overnight?',
      'c: Of course I did. Twice.',
      'a: Then I would like to have it looked at. [P] I am sending you a return label now.',
      'c: [Q] And can I have a spare one in the meantime?',
      'a: I would have to check with the warehouse.',
      'c: Please do. [A] I paid three hundred and twenty euros for it.',
      'a: [P] I will get back to you this afternoon.',
      'c: Okay, thanks.',
    ],
  },
  {
    outcome: 'resolved',
    lines: [
      'a: Northwind billing, hello.',
      'c: [R] There is a charge of $14.99 on my card that I do not recognise.',
      'a: I see it here. That is the express delivery of your order 60412.',
      "c: But I didn't order express delivery!",
      'a: You are right, it was added by mistake. [P] I have refunded the $14.99.',
      'c: When will I see that?',
      'a: [P] Within two to three working days.',
      'c: Great. Thank you so much, you made my day.',
    ],
  },
  {
    outcome: 'escalated',
    lines: [
      'a: Hello, technical support, how can I help?',
      'c: [R] The app crashes whenever I open my orders. This has been going on for days.',
      'a: Which phone do you use?',
      'c: An old Pixel. I have reinstalled it already.',
      'a: Let me look. I see the same error on our side.',
      'c: [Q] So when is it going to be fixed?',
      "a: I don't know yet. [P] I am escalating this to the second line, they have more tools than I do.",
      'c: Fine. As long as somebody does something.',
    ],
  },
  {
    outcome: 'follow-up',
    lines: [
      'a: Good morning, what can I do for you today?',
      'c: Morning. How are you doing? [R] My parcel was supposed to come on Friday and nobody was at the door.',
      "a: I'm well, thanks. Let me see whether there's a delivery date.",
      "c: It's a present, you see, for Sunday.",
      'a: The carrier has it marked as delayed. I am sorry about that.',
      'c: [Q] Will it be here by Sunday?',
      'a: I cannot promise that, unfortunately.',
      'c: So what do I do now?',
      'a: [P] I will ask the carrier to deliver it on Saturday and [P] I will text you as soon as I know.',
      'c: Right. Okay then. Bye.',
    ],
  },
  {
    outcome: 'resolved',
    lines: [
      'a: Hello, this is Northwind, Ada speaking.',
      'c: Hi Ada. [R] Do you ship to Norway?',
      'a: Yes, we do. It takes about a week.',
      'c: And what does it cost?',
      'a: [A] It is twelve euros for a parcel of up to five kilos.',
      'c: Perfect, that is all I wanted to know. Thanks, bye.',
    ],
  },
  {
    outcome: null,
    lines: [
      'a: Good afternoon, Northwind.',
      'c: Hello. [R] I am calling about the invoice for September, it seems too high.',
      'a: [A] It says two hundred and nineteen dollars here.',
      'c: Yes, and last month it was half of that.',
      'a: I see, the price went up because you added a second plan in August.',
      'c: Hm. I did not know that.',
      'a: You can remove it in the settings, under billing.',
      'c: I will think about it.',
      'a: All right. Is there anything else?',
      'c: No.',
    ],
  },
];
