import type { MoodLines } from "./mood-lines.ts";

export const vietnamese: MoodLines = {
  positive: `em xinh quá/hát hay quá chị ơi/yêu em nhiều lắm/giọng hát tuyệt vời/thích chị ghê/đẹp gái quá trời/cảm ơn anh nhiều/dễ thương quá đi/đỉnh của chóp/quá đỉnh luôn/chúc mừng sinh nhật em/hay quá hay quá
mê giọng anh luôn/cười xinh ghê/live vui quá/nhảy đẹp lắm/ngưỡng mộ chị quá/chị là tuyệt nhất/thương em quá/ủng hộ anh hết mình/xuất sắc luôn bạn ơi/nghe mà phê quá/giỏi quá trời/hài hước thật sự/vui ghê luôn á/đáng yêu xỉu
idol của em/hóng live của chị mỗi ngày, thích lắm/áo đẹp thế/cute xỉu/ngon quá trời ơi/bài này hay nhất/tự hào về em/chúc em may mắn/chất lừ/anh đẹp trai quá/hạnh phúc nhé chị/nghe êm tai ghê/tuyệt cú mèo/thích nhất bài này
yêu cả nhà/dancer đỉnh thật/trang điểm đẹp ghê/da đẹp quá chị/nay xinh dữ/cười muốn xỉu luôn haha/giọng ấm quá/quá là hay/mượt quá/10 điểm luôn/em ngoan quá/trò này vui thật/bạn tốt bụng ghê/thích cách nói chuyện của anh
mãi yêu chị/nhìn là thấy vui rồi/ấm lòng quá/chúc chị ngủ ngon nha/phục sát đất luôn/cố lên em giỏi lắm/mong chị luôn vui vẻ/hay xuất thần/thật tuyệt/ok đẹp đó/nghe hoài không chán/không chê vào đâu được/quá xịn`,
  negative: `chán quá đi/dở ẹc/hát dở quá/ghét thật sự/xấu quá/giả tạo ghê/mệt mỏi quá/lag quá không xem được/buồn quá/tệ thật/thất vọng về em/vô duyên quá/nhạt nhẽo/live chán phèo/đồ lừa đảo/ồn ào nhức đầu quá/bực mình ghê
nghe chói tai quá/đáng ghét/xấu hổ thay/kinh quá/gớm thật/mất dạy/vô văn hóa/phí thời gian/thôi nghỉ live đi/đừng hát nữa/không thích chút nào/không hay gì cả/không đẹp/dở tệ/mạng yếu quá chán/khóc mất thôi/đau lòng quá
tội nghiệp em ấy/tức ghê/ngu thế/nói dối hoài/toàn chiêu trò/rác rưởi/hãm thật/thấy ghê/âm thanh tệ quá/mất hứng/cạn lời/quá thất vọng/bị điên à/hỗn quá/nản ghê/khó chịu thật/lố quá rồi/sến súa phát sợ/phát ngán/kém quá
chả có gì hay/nhìn mà phát bực/buồn ngủ vì chán/hát như đấm vào tai/đi ngủ còn hơn xem/xem phí cả buổi tối/sao hôm nay tệ vậy/không thể chịu nổi/ác quá/tồi thật/mất niềm tin/đau đầu quá/sợ quá/ngán tới cổ/xàm quá`,
  neutral: `em ở đâu vậy/chào cả nhà/mấy giờ rồi/hôm nay live tới mấy giờ/bài này tên gì/mới vào/anh quê ở đâu/cho xin tên bài hát/em bao nhiêu tuổi/chào chị/hi mọi người/đang ăn cơm/mình ở Hà Nội/bật nhạc lên đi/chơi game gì vậy
ai ở Sài Gòn không/mai live không/hôm qua mình có xem/đang đi làm/nay thứ mấy/cho mình hỏi chút/camera bên trái/để mình xem/tắt đèn đi/mở bài khác đi chị/xem lại video hôm qua/đợi chút nha/mình mới về nhà/trời đang mưa ở đây
hai mươi ba tuổi/áo màu gì vậy/đổi góc máy đi/đọc bình luận đi/số mấy vậy/nhà ở quận mấy/em học lớp mấy/đang ngồi xe buýt/ăn tối chưa/mai mình đi làm/cái đó bao nhiêu tiền/bấm vào màn hình/xoay điện thoại lại/nói to lên chút
chị đang nói về ai/mình đến từ Đà Nẵng/hôm nay là thứ hai/lần đầu vào live/đứng lên đi/quay lại đây/ai vừa tặng quà/còn bao nhiêu người/bao giờ live lại/đang nghe trong xe/tên mình là Nam/uống nước đi/qua trái qua phải
xem từ Nhật Bản/bên này mười giờ/gửi lời chào đến lớp mình/hát bài khác/đeo tai nghe đi/mình ngồi đây từ sáng/điện thoại hết pin rồi/bật camera sau/chờ quảng cáo/tivi nhà mình mở/để sau nhé`,
};

export const thai: MoodLines = {
  positive: `สวยมากค่ะ/น่ารักจังเลย/ร้องเพลงเพราะมาก/รักนะคะ/ชอบมากเลย/เก่งมากๆ/สุดยอดเลยพี่/ขอบคุณมากนะ/หล่อมากครับ/เสียงดีมาก/ตลกมาก 555/สนุกมากเลย/ยิ้มสวยจัง/ฮามากพี่/เป็นกำลังใจให้นะ/สู้ๆนะคะ/ปังมากแม่/เริ่ดมาก
ดีใจที่ได้เจอ/มีความสุขมากเลยวันนี้/เต้นเก่งจัง/เพลงนี้เพราะที่สุด/คิดถึงจังเลย/ประทับใจมาก/อร่อยมาก/เยี่ยมไปเลย/ชอบที่สุด/แต่งหน้าสวยมาก/น่ารักที่สุดในโลก/ภูมิใจในตัวเธอ/ยินดีด้วยนะ/สุขสันต์วันเกิด/รักทุกคนเลย
ฟังแล้วสบายใจ/เทพมาก/โคตรเก่ง/โคตรสวย/ดีมากๆเลยค่ะ/ชื่นชมมาก/ขอให้โชคดีนะ/ผิวดีมากเลย/หุ่นดีมาก/ติดตามตลอดเลยชอบมาก/ไลฟ์สนุกทุกวัน/ใจดีจังเลย/อบอุ่นมาก/แจ่มมาก/เจ๋งไปเลย/สุดปัง/หวานมาก
ดูแล้วยิ้มตาม/หลงรักเลย/ตกหลุมรักแล้ว/จึ้งมาก/ดีต่อใจ/ขำไม่ไหวแล้ว/เพราะจับใจ/ไม่ผิดหวังเลย/ยอดเยี่ยม/เลิศค่ะ/อยากกอดเลย น่ารัก/ชุดสวยมากวันนี้/ดีงาม/เสียงหล่อมาก/ฟินมาก/ของดีจริงๆ/น้องเก่งขึ้นเยอะเลย`,
  negative: `น่าเบื่อมาก/ไม่ชอบเลย/ร้องเพี้ยนมาก/แย่มาก/เกลียดจริงๆ/ห่วยแตก/เสียใจมาก/น่าเกลียด/หงุดหงิด/รำคาญมาก/เศร้าจัง/ไม่สวยเลย/เสียงแย่มาก/กระตุกมากดูไม่ได้/ผิดหวังมาก/โกหกทั้งนั้น/ขี้โม้/โง่มาก/ปลอมทั้งนั้น
ไม่สนุกเลย/เบื่อแล้ว/น่าอาย/เสียเวลา/ไร้สาระ/ทุเรศ/กากมาก/ไม่เพราะเลย/ปวดหัวกับไลฟ์นี้/หยุดร้องเถอะ/ไปนอนเถอะไม่ไหว/โกรธมาก/หลอกลวง/มิจฉาชีพ/ไม่ดีเลย/เหนื่อยใจ/อยากร้องไห้/น่าสงสารจัง/เจ็บปวด/กลัวมาก/ขยะ
ไม่โอเคเลย/หยาบคาย/นิสัยเสีย/เลวมาก/ไม่น่ารักเลย/น่ารังเกียจ/เสียงดังน่ารำคาญ/แลคมาก/ไม่ตลก/ท้อแล้ว/เครียดมาก/ไม่ไหวจะเคลียร์/จืดชืด/ดูถูกคนอื่น/ใจร้าย/หมดหวัง/อายแทน/พังหมดแล้ว/เซ็งมาก/น่ากลัว/ร้ายกาจ
เละเทะ/ด้อยค่าคน/ไม่ประทับใจ/งี่เง่า/น่าผิดหวัง/ไม่คุ้มเลย/เหม็นขี้หน้า`,
  neutral: `มาจากไหน/อยู่ที่ไหนครับ/เพลงอะไรคะ/กี่โมงแล้ว/สวัสดีครับ/เพิ่งเข้ามา/อายุเท่าไหร่/ไลฟ์ถึงกี่โมง/วันนี้วันอะไร/ทำอะไรอยู่/กินข้าวยัง/อยู่กรุงเทพ/ชื่ออะไรครับ/พรุ่งนี้ไลฟ์ไหม/เปิดเพลงหน่อย/หันกล้องหน่อย/อ่านคอมเมนต์หน่อย
เสื้อสีอะไร/ราคาเท่าไหร่/มาจากเชียงใหม่/ใครส่งของขวัญ/รอแป๊บนะ/กำลังทำงานอยู่/ฝนตกที่นี่/อยู่บนรถเมล์/เลี้ยวซ้าย/ขอเพลงต่อไป/พูดดังๆหน่อย/ดูจากญี่ปุ่น/เข้ามาครั้งแรก/เมื่อวานดูย้อนหลัง/เดี๋ยวมานะ/ไปอาบน้ำก่อน/ตอนนี้สี่ทุ่ม
เล่นเกมอะไร/กล้องอยู่ซ้าย/ลุกขึ้นหน่อย/ปิดไฟ/เปิดไฟ/ใส่หูฟัง/บ้านอยู่ไหน/เรียนที่ไหน/ทำงานอะไร/กดหน้าจอ/แชร์ให้เพื่อนแล้ว/มีคนดูกี่คน/กลับบ้านก่อน/ดื่มน้ำก่อน/ไมค์อยู่ไหน/ถามหน่อย/ตอบหน่อย/ใครอยู่ภูเก็ต/แบตหมดแล้ว
เปลี่ยนเพลง/ดูทีวีอยู่/พรุ่งนี้ไปทำงาน/ขับรถอยู่/คนที่สองจากขวา/เห็นแล้ว/ได้ยินไหม/เบอร์อะไร/รูปนี้ถ่ายที่ไหน/เดินไปทางขวา/นั่งก่อน/ไปเรียนแล้ว/อันนี้คืออะไร`,
};

export const tagalog: MoodLines = {
  positive: `ang ganda mo po/ang galing mo/mahal kita/ang cute naman/ang pogi mo/salamat po ng marami/nakakatawa ka talaga/ang saya ng live mo/ganda ng boses/idol kita/gusto ko yan/sobrang galing/ang sarap pakinggan/happy birthday po/ang bait mo
nakakainspire ka/ganda ng kanta/proud ako sayo/ang husay/lodi/petmalu/ang lupit mo/kinikilig ako/nakakakilig/love na love ko to/ang tamis ng ngiti mo/masaya ako today/ang ganda ng suot mo/galing sumayaw/panalo/ang angas/astig
bet ko yan/ang bango siguro/ang linaw ng boses mo/nakakagood vibes/aliw na aliw ako/paborito ko to/ingat lagi idol/congrats po/ang swerte nya sayo/tawang tawa ako/ang gwapo/napakaganda/napakahusay/ang ganda ng mata mo/maganda yan
keep it up po/laban lang kaya mo yan/natuwa ako/ang sweet nyo/nakakatuwa/sulit ang puyat/ang lambing ng boses/mabuhay ka/pinasaya mo ko/ang kulit haha nakakatawa/saludo ako sayo/the best ka talaga/iba ka talaga lodi/ang sarap nyan
da best/nakaka in love/wow galing/ang ganda dyan/tuwang tuwa kami/nakakaproud/mahusay`,
  negative: `ang panget/nakakainis ka/ang boring naman/ayoko na/nakakabwisit/ang pangit ng boses/hindi maganda/hindi ka magaling/walang kwenta/sinungaling/nakakahiya/ang bastos mo/ang sungit/nakakalungkot/ang lungkot ko/galit ako/masakit
ang sakit naman/naiiyak ako/nakakapagod/nakakasawa na/basura/ang arte mo/plastik/manloloko/scammer yan/ang tanga/bobo/kadiri/nakakadiri/ang ingay/sakit sa tenga/sayang oras/tumigil ka na/ang yabang/walang modo/ang bagal ng net/ang hina ng signal badtrip
badtrip/bwisit/nakakatakot/natatakot ako/kawawa naman/ang baho/ang daya/madaya/dinaya nanaman/hindi nakakatawa/hindi ko gusto/ang lala/malala/sira na naman/ang corny/nakakastress/nakakaumay/ang OA/epal/peste/talo na naman/ang malas
nakakadismaya/dismayado ako/iyak na ko/di ko bet/ang epal mo/papansin/maarte/walang galang/ang sama ng ugali/masama yan/hays nakakainip/nagsisisi ako`,
  neutral: `saan ka po/taga saan ka/anong oras na/kumusta/magandang gabi po/ilang taon ka na/anong kanta yan/bagong dating ako/nasa trabaho ako/kumain ka na/anong pangalan mo/taga Cebu ako/hello po sa lahat/magkano yan/ano yang suot mo
hanggang anong oras ang live/bukas ba may live/nasa bus ako/umuulan dito/pa shoutout po/pabasa ng comment/sino yan/nandito na ako/first time ko dito/galing akong school/pauwi na ako/sa kaliwa/sa kanan/pakilakas/patugtog naman/next song po
nanonood ako dito sa Japan/maligo muna ko/balik ako mamaya/kanina pa ako dito/sino nag gift/ilan kami dito/anong laro yan/nasa Manila ako/naka headset ako/pakita ng camera/lunes ngayon/alas diyes na dito/tapos na ba/magsisimula na ba
tanong lang po/saan nabili yan/kulay ng damit/inom muna tubig/lowbat na ako/mag aaral muna/pasok na ko bukas/nagluluto ako/dito lang ako/sa likod mo/isa pa/ikaw ba yan/anak mo ba yan/ano work mo/may pasok ba/nasa kwarto ako/tatlo kami dito
ano ulit/sige po/mamaya na/bukas na lang/kailan ang sunod/nag aantay ako`,
};
