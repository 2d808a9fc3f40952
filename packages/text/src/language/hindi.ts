/** In a short text one of these suffices. */
export const hindiAlone = `bahut bohot bhai bhaiya yaar nahi nahin accha acchi achha achhi kaise kahan kitna kitne gaana gaane awaaz aawaz bakwas bakwaas bekar bekaar ghatiya pyaar pyari sundar zabardast jabardast shandar kamaal badhiya dhanyavaad
  shukriya didi khana paani raha rahe rahi hain hoon aapki aapka aapko mujhe tumhara kaun abhi dekho bolo pagal sharam besharam dukh gussa jhooth dhokha faltu wahiyat gandi lajawab khoob mazedar maza shabash jhakaas bawaal kadak tagda namaste namaskar
  bewakoof gadha kameena nalayak ghamandi badtameez besura nafrat udaas barbaad mehnati sukoon khush gazab jordaar chhi ghinona ruko baitho karo padho`;

/** Small words of Hindi that other languages in Latin letters do not have, or hardly ever. */
export const smallHindi = `hai hain hoon nahi nahin nhi kya kyu kyun kyon bhai bahut bohot bhut mein aur tum tumhe tumhara aap aapka aapki aapko aapke mujhe mujhko mera
  meri mere tera teri tere hum humko hamara hamare hamari unke unki uska uski uske iska iski iske raha rahe rahi tha kuch kuchh koi karo karna
  karne karte karta karti sabhi yeh woh jab lekin magar accha acha achha achhi acche sirf abhi apna apne apni desh liye gaya gayi hoga hogi hota
  hoti diya kiya kaise kaisa kahan yaar yaara didi bhaiya bolo batao dekho wala wale wali unka sabko sabse bilkul zindabad jaise kyunki phir
  chahiye pyaar dost matlab kaun hu hun mast gayi jao gao lag laga kar kab kal aaj baje saal wapas dil ja aaya sabse mat band wah ji kharab bura ek number liya mera log teen dono`;
