/** What is said in a call that never was, besides what its card has. */
export const SAMPLE_LINES = {
  agentOpens: [
    'Thank you for calling, how can I help you today?',
    'Hello, you are through to customer care. What can I do for you?',
    'Good day, thanks for waiting. How can I help?',
  ],
  agentAsks: [
    'Could you tell me the order number, please?',
    'Since when has that been happening?',
    'Let me open your account and have a look.',
    'May I ask which e-mail address you used?',
    'I see it here now. One moment while I check the details.',
    'Did you get a message from us about it?',
  ],
  agentTells: [
    'I have put that right for you just now.',
    'You will get a confirmation by e-mail in a few minutes.',
    'I have passed that on to the team that looks after it.',
    'That should be with you by the end of the week.',
    'I will make a note of that, so nobody has to ask you again.',
  ],
  agentCloses: [
    'Is there anything else I can do for you?',
    'Thank you for your patience, and have a good day.',
    'Thanks for calling, goodbye.',
  ],
  customerAngry: [
    'This is really not good enough, I have waited far too long.',
    'I am very unhappy with how this was handled.',
    'Nobody seems to be able to help me, it is terribly frustrating.',
  ],
  customerEven: [
    'It was ordered about two weeks ago.',
    'Yes, that is the right address.',
    'I think so, let me look for the message.',
    'No, I have not tried that yet.',
    'All right, I will wait for that.',
    'It is the blue one, as far as I remember.',
  ],
  customerGlad: [
    'That is wonderful, thank you so much.',
    'Great, that was quick. You have been very helpful.',
    'Perfect, I am happy with that.',
  ],
  customerNamesOrder: (orderNumber: string) => `The order number is ${orderNumber}.`,
  chat: 'Here is the link that we talked about.',
  advice: 'The customer is upset: let them finish, then say what you will do.',
  helpReason: 'A refund beyond my limit',
  helper: 'Sam (sample)',
  notes: (title: string) => `Called about: ${title}.`,
} as const;

/** Names for those who never were. */
export const SAMPLE_NAMES = {
  first:
    'Nora Amir Lena Tomas Ines Kofi Mina Jonas Priya Luca Ada Marek Sofia Omar Elin Hugo Yara Pavel Ruth Diego Mei Anton Carla Idris Freya Noel Salma Viktor Dana Emil'.split(
      ' ',
    ),
  last: 'Lindqvist Haddad Novak Okafor Moreau Tanaka Silva Berger Kaur Rossi Larsen Dvorak Cruz Weiss Mensah Petrov Nilsen Costa Sharma Keller Byrne Aydin Fontana Holm Varga'.split(
    ' ',
  ),
  /** So that nobody takes them for colleagues. */
  mark: (name: string) => `${name} (sample)`,
} as const;
