/** Words that mark African-American English, of which the labels of tweets are harsher: an approximation. */
export const DIALECT =
  /\b(?:ain'?t|finna|tryna|gon|gone be|ion|y'?all|yall|dat|dis|dem|da|wit|wanna|bout|nah|bruh|fam|ima|imma|ya|yo|lil|tho|doe|aint|cuz|cus|ight|aye|homie|bae|turnt|finsta|fye|talmbout|sum|thang|nun|errbody|mane|shawty)\b/i;
