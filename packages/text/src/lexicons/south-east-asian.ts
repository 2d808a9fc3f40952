import type { Lexicon } from "./lexicon.ts";

/** Vietnamese as chatted: our own list. Its words are syllables, so that most entries are phrases. */
export const vietnamese: Lexicon = {
  valence: [
    [
      30,
      `tuyệt_vời tuyệt_quá tuyệt_nhất tuyệt tuyệt_cú_mèo xuất_sắc đỉnh đỉnh_cao đỉnh_của_chóp hay_nhất đẹp_nhất thích_nhất yêu_quá yêu_em yêu_anh yêu_chị yêu_bạn yêu_cả_nhà yêu_lắm yêu_nhiều mãi_yêu hoàn_hảo thần_tượng số_một
      quá_đỉnh xuất_thần phục_sát_đất không_chê_vào không_chê`,
    ],
    [
      22,
      `đẹp xinh hay thích yêu thương giỏi dễ_thương đáng_yêu cute vui ngon tốt cảm_ơn cám_ơn camon chúc_mừng ngưỡng_mộ ủng_hộ hài_hước buồn_cười cười_xỉu mê ghiền phê tự_hào may_mắn hạnh_phúc ấm_áp ấm_lòng êm_tai mượt chất chất_lừ
      xịn xịn_xò duyên_dáng có_duyên thông_minh tài_năng ngoan tốt_bụng dịu_dàng ngọt_ngào đẹp_trai đẹp_gái xinh_gái xinh_đẹp quyến_rũ hóng cố_lên bình_an sinh_nhật_vui không_chán không_tệ không_dở không_tồi hâm_mộ khâm_phục
      nể hấp_dẫn thú_vị thành_công chiến_thắng thắng_rồi vỗ_tay hoan_hô ngủ_ngon vui_vẻ chill bá_đạo bá_cháy cưng đáng_tự_hào giọng_ấm mười_điểm ổn_áp ưng thơm sang_trọng lung_linh rực_rỡ idol mãi_đỉnh ok_đẹp haha`,
    ],
    [
      -14,
      `mệt mệt_mỏi lag giật chán_nản nhạt buồn_ngủ khó_nghe lo_lắng tiếc đáng_tiếc mạng_yếu mất_tiếng không_nghe_được không_nghe_rõ nản ngán thua thua_rồi cạn_lời mất_hứng ồn ồn_ào lố sến căng_thẳng cô_đơn bình_thường_quá`,
    ],
    [
      -24,
      `chán dở dở_ẹc dở_tệ ghét xấu giả_tạo tệ thất_vọng vô_duyên nhạt_nhẽo lừa_đảo lừa nhức_đầu đau_đầu bực bực_mình chói_tai đáng_ghét xấu_hổ kinh_quá kinh_tởm gớm ghê_tởm thấy_ghê mất_dạy vô_văn_hóa phí_thời_gian thôi_nghỉ đừng_hát
      buồn khóc đau đau_lòng tội_nghiệp tức ngu dốt nói_dối dối_trá chiêu_trò rác rác_rưởi hãm điên khùng hỗn láo khó_chịu phát_sợ phát_ngán kém sợ ác độc_ác tồi mất_niềm_tin xàm xàm_xí nhảm nhảm_nhí cút câm im_đi biến_đi
      không_hay không_đẹp không_thích không_vui không_ưa không_thể_chịu chịu_không_nổi chả_hay chả_có_gì chẳng_hay tởm dơ bẩn hèn khốn đồ_khùng đần phản_bội thảm_hại thê_thảm tồi_tệ sai_trái gian_lận ăn_cắp xúc_phạm đm vcl vl dm cc đkm phí`,
    ],
    [
      0,
      `hay_là hay_không có_hay lần_hay bao_giờ_hay thích_gì thích_màu_gì thương_hiệu thương_mại tốt_nghiệp yêu_cầu đau_bụng_không vui_lòng xấu_hay thương_binh hay_đi chất_liệu chất_lượng_thế nể_mặt lừa_ngựa xinh_gái_không buồn_không vui_không dễ_không
      đẹp_không ngon_không`,
    ],
  ],
  negations: "không ko k hông hong khong chẳng chả chưa đừng đâu_có không_hề",
  boosters: "rất quá lắm thật cực siêu vô_cùng ghê dữ thiệt nhiều",
  dampers: "hơi khá tạm",
  but: "nhưng mà",
};

/** Tagalog as chatted, with the English that is mixed into it: our own list. */
export const tagalog: Lexicon = {
  valence: [
    [
      30,
      `mahal_kita mahal_na_mahal napakaganda napakagaling napakahusay napakabait pinakamaganda pinakamagaling idol lodi petmalu the_best best da_best astig ang_galing sobrang_galing sobrang_ganda perfect love_na_love iba_ka_talaga solid`,
    ],
    [
      22,
      `ganda maganda magaganda gumanda galing magaling gumaling_ka husay mahusay gwapo guwapo pogi cute kyut bait mabait saya masaya masasaya sumaya pinasaya natuwa tuwa natutuwa nakakatuwa tuwang_tuwa nakakatawa natawa tawang_tawa katawa salamat maraming_salamat gusto_ko gustong_gusto
      sarap masarap ang_sarap proud nakakaproud nakakainspire kinikilig kilig nakakakilig tamis panalo angas maangas bet_ko linaw good_vibes goodvibes aliw naaliw nakakaaliw paborito congrats swerte masuwerte sweet lambing malambing sulit mabuhay
      saludo laban kaya_mo lupit malupit bango mabango talino matalino sexy ganda_mo happy ingat pagpalain blessed panalo_ka ayos okay_ka tiwala hanga humahanga nakakahanga kahanga wow nice love lovely beautiful handsome amazing great talented keep_it_up
      pangarap tagumpay nagustuhan hindi_masama hindi_panget hindi_nakakasawa crush labs mwah matapang respeto magalang lakas_ng_tawa benta havey sanaol sana_all buti mabuti`,
    ],
    [
      -14,
      `pagod nakakapagod antok inaantok boring nainip nakakainip hina mahina mabagal bagal nagla lag kinakabahan kaba sayang hirap mahirap malas miss_kita umay nakakaumay sawa nakakasawa corny hays haist talo natalo`,
    ],
    [
      -24,
      `panget pangit ampanget nakakainis inis naiinis ayoko ayaw_ko bwisit buwisit nakakabwisit walang_kwenta walang_kuwenta sinungaling nakakahiya nahihiya_ako kahihiyan bastos sungit masungit nakakalungkot lungkot malungkot nalulungkot galit nagagalit masakit sakit
      naiiyak iyak umiiyak umiyak basura arte maarte plastik plastic manloloko niloko panloloko scam scammer scammers tanga bobo gago gaga ulol tarantado inutil engot kadiri nakakadiri ingay maingay sayang_oras sayang_lang tumigil_ka tigilan_mo yabang mayabang walang_modo walang_galang badtrip
      nakakatakot takot natatakot kawawa baho mabaho daya madaya dinaya pandaya hindi_maganda hindi_magaling hindi_nakakatawa hindi_ko_gusto hindi_ko_bet di_ko_gusto di_ko_bet lala malala sira nakakastress stress oa epal papansin peste dismayado nakakadismaya sama masama ang_sama
      nagsisisi galit_ako bad hate ugly worst putangina tangina puta pakyu leche lintik hayop_ka demonyo pabebe feeling_maganda feelingera inggit inggitera traydor plastikan walang_hiya pahiya kabastusan pangit_ng salbahe malupit_na_kapalaran bulok`,
    ],
    [
      0,
      `sakit_sa_likod sakit_ba may_sakit_ba masaya_ba maganda_ba gusto_ko_sana gusto_mo ingat_sa_daan ayos_lang_ba ang_galing_sa galing_akong galing_ako galing_ka galing_sa galing_school galing_work galing_trabaho`,
    ],
  ],
  negations: "hindi di wala walang huwag wag ayaw hnd hinde",
  boosters: "sobrang sobra napaka grabe talaga super ang_dami lubos masyadong very so",
  dampers: "medyo konti kaunti",
  but: "pero kaso ngunit",
};
