/** The commonest Israeli given and family names with their usual Latin spelling. */
export const hebrewNames =
  'אברהם avraham|יצחק yitzhak|יעקב yaakov|משה moshe|אהרן aharon|אהרון aharon|דוד david|שלמה shlomo|יוסף yosef|בנימין binyamin|שמואל shmuel|' +
  'שמעון shimon|ראובן reuven|לוי levi|יהודה yehuda|דן dan|נפתלי naftali|גד gad|אשר asher|יששכר issachar|זבולון zevulun|אפרים efraim|מנשה menashe|' +
  'יהושע yehoshua|אליהו eliyahu|אלי eli|אליעזר eliezer|ישראל israel|ישעיהו yeshayahu|ירמיהו yirmiyahu|יחזקאל yehezkel|דניאל daniel|עזרא ezra|נחמיה nehemya|' +
  'מיכאל michael|גבריאל gavriel|רפאל rafael|אוריאל uriel|אורי uri|אריאל ariel|אריה aryeh|זאב zeev|צבי zvi|דב dov|חיים chaim|מאיר meir|מנחם menachem|' +
  'נתן natan|יונתן yonatan|יהונתן yehonatan|נתניהו netanyahu|עמוס amos|עמיר amir|אמיר amir|גיל gil|גלעד gilad|גדעון gideon|גולן golan|איתן eitan|איל eyal|אייל eyal|' +
  'אילן ilan|אלון alon|אהוד ehud|אביגדור avigdor|אבי avi|אביב aviv|אבנר avner|עומר omer|עופר ofer|עידו ido|עודד oded|עוזי uzi|רון ron|רונן ronen|רוני roni|רם ram|' +
  'שי shai|שלום shalom|תומר tomer|יאיר yair|יובל yuval|ניר nir|נדב nadav|נועם noam|מרדכי mordechai|פנחס pinchas|ברוך baruch|יורם yoram|יוסי yossi|קובי kobi|' +
  'שרה sara|רבקה rivka|רחל rachel|לאה leah|מרים miriam|אסתר ester|רות rut|נעמי naomi|חנה hana|תמר tamar|יעל yael|דבורה dvora|מיכל michal|נועה noa|שירה shira|' +
  'מאיה maya|טליה talia|גלי gali|אביגיל avigail|אבישג avishag|ענת anat|אורית orit|יפה yafa|ציפי tzipi|צופיה tzofia|תהל tehel|הדס hadas|רונית ronit|גלית galit|' +
  'כהן cohen|מזרחי mizrahi|פרץ peretz|ביטון biton|דהן dahan|אזולאי azoulay|מלכה malka|אגבאריה agbaria|עמר amar|חדד hadad|גבאי gabai|אוחיון ohayon|פרידמן friedman|' +
  'שפירא shapira|רוזנברג rosenberg|גולדברג goldberg|גולדשטיין goldstein|כץ katz|קליין klein|שוורץ schwartz|וייס weiss|ברק barak|שרון sharon|פרס peres|רבין rabin|בגין begin|לפיד lapid|' +
  'גנץ gantz|בנט bennett|אולמרט olmert|פלדמן feldman|לוין levin|גרינברג greenberg|בן ben|בת bat|בר bar|הורוביץ horowitz|רבינוביץ rabinowitz|אדלר adler|שטרן stern';
