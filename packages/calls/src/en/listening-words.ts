/** Words with which somebody only shows that they listen, parted by spaces. */
export const LISTENING_WORDS = `yes yeah yep yup no nope ok okay right sure fine good great alright
  thanks thank you hello hi hey mm hmm hm mhm uh huh um oh ah well i see all bye goodbye cheers perfect
  please one moment so and`;
