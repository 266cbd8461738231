/**
 * The commonest given names and parts of family names in Arabic, Persian, Kurdish and Turkic use, in Arabic letters, with
 * their usual Latin spelling. Letters as `plainArabic` leaves them: no hamza, no marks, ه for ة, ي for ى.
 */
export const arabicNames =
  'محمد muhammad|احمد ahmad|محمود mahmud|حامد hamid|حميد hamid|حمد hamad|حماد hammad|حمدي hamdi|' +
  'حمدان hamdan|علي ali|حسن hassan|حسين hussein|حسان hassan|حسيني husseini|حسني husni|محسن muhsin|' +
  'حسنين hassanein|عمر umar|عمرو amr|عمار ammar|عامر amir|امير amir|عثمان uthman|ابراهيم ibrahim|' +
  'اسماعيل ismail|اسحاق ishaq|اسحق ishaq|يعقوب yaqub|يوسف yusuf|يونس yunus|موسي musa|عيسي isa|' +
  'داود dawud|داوود dawud|سليمان sulayman|سلمان salman|سليم salim|سالم salim|سلام salam|سلامه salama|' +
  'سلطان sultan|سعيد said|سعد saad|سعود saud|مسعود masud|سعدي saadi|سعدون saadun|خالد khalid|' +
  'خليل khalil|خلف khalaf|خليفه khalifa|خميس khamis|خان khan|طارق tariq|طالب talib|طاهر tahir|طه taha|' +
  'طلال talal|طلعت talat|طيب tayyib|كريم karim|كامل kamil|كمال kamal|كاظم kazim|جمال jamal|جمعه juma|' +
  'جميل jamil|جلال jalal|جابر jabir|جبار jabbar|جبريل jibril|جعفر jafar|جاسم jasim|جواد jawad|' +
  'جهاد jihad|جمشيد jamshid|جورج george|ماجد majid|مجيد majid|مازن mazin|مالك malik|ماهر mahir|' +
  'مراد murad|مروان marwan|مصطفي mustafa|مهدي mahdi|مختار mukhtar|منصور mansur|منير munir|مبارك mubarak|' +
  'محيي muhyi|مسلم muslim|معاذ muadh|معمر muammar|مقداد miqdad|منذر mundhir|مهند muhannad|موفق muwaffaq|' +
  'مويد muayyad|ميثم maytham|ميلاد milad|مرتضي murtada|مجتبي mujtaba|مصعب musab|مجاهد mujahid|' +
  'معتز mutaz|مامون mamun|مشعل mishal|مطلق mutlaq|مفلح muflih|مقبل muqbil|ناجي naji|نادر nadir|' +
  'ناصر nasir|نصر nasr|نبيل nabil|نجيب najib|نذير nadhir|نزار nizar|نظام nizam|نعيم naim|نواف nawwaf|' +
  'نور nur|نوري nuri|نايف nayif|نصار nassar|نعمان numan|نوفل nawfal|هادي hadi|هاشم hashim|هاني hani|' +
  'هشام hisham|هيثم haytham|هلال hilal|همام hammam|وليد walid|وايل wail|وسام wisam|وسيم wasim|' +
  'وحيد wahid|وديع wadi|ياسر yasir|ياسين yasin|يحيي yahya|يزيد yazid|ياسمين yasmin|زيد zayd|زياد ziyad|' +
  'زكي zaki|زكريا zakariya|زاهر zahir|زهير zuhayr|زين zayn|زينب zaynab|زايد zayid|زاهد zahid|رامي rami|' +
  'رايد raid|رشيد rashid|راشد rashid|رضا reza|رضوان ridwan|رمزي ramzi|رمضان ramadan|رياض riyad|' +
  'رجب rajab|رحمن rahman|رحيم rahim|رحمان rahman|رووف rauf|روف rauf|رفيق rafiq|رباح rabah|رستم rustam|' +
  'رسول rasul|رحمت rahmat|رحمه rahma|شاكر shakir|شريف sharif|شهاب shihab|شوقي shawqi|شكري shukri|' +
  'شعبان shaban|شعيب shuayb|شمس shams|شاهين shahin|شفيق shafiq|صادق sadiq|صالح salih|صلاح salah|' +
  'صباح sabah|صبري sabri|صدام saddam|صدر sadr|صديق siddiq|صفوان safwan|صهيب suhayb|ضيا diya|فادي fadi|' +
  'فاروق faruq|فارس faris|فاضل fadil|فاطمه fatima|فايز fayiz|فتحي fathi|فتاح fattah|فخري fakhri|' +
  'فخر fakhr|فراس firas|فرج faraj|فرحان farhan|فرهاد farhad|فريد farid|فضل fadl|فهد fahd|فهمي fahmi|' +
  'فوزي fawzi|فواز fawwaz|فيصل faysal|فواد fuad|قادر qadir|قاسم qasim|قحطاني qahtani|قيس qays|قصي qusay|' +
  'قدوس quddus|قيوم qayyum|لطفي lutfi|لطيف latif|لوي luay|ليلي layla|ليث layth|بسام bassam|باسم basim|' +
  'بشار bashar|بشير bashir|بدر badr|بكر bakr|بلال bilal|بها baha|برهان burhan|بندر bandar|بن bin|' +
  'تركي turki|توفيق tawfiq|تيسير taysir|تامر tamir|تاج taj|تقي taqi|ثامر thamir|ثابت thabit|حاتم hatim|' +
  'حارث harith|حازم hazim|حافظ hafiz|حافظي hafizi|حاج haj|حبيب habib|حسام hussam|حجازي hijazi|' +
  'حكيم hakim|حمزه hamza|حيدر haydar|حيدري haydari|حليم halim|حفيظ hafiz|حربي harbi|حق haqq|خضر khidr|' +
  'خيري khayri|خلدون khaldun|خديجه khadija|دين din|ذاكر dhakir|سامي sami|سامر samir|سمير samir|' +
  'سهيل suhayl|سيف sayf|سيد sayyid|سميح samih|سراج siraj|سفيان sufyan|سنان sinan|ستار sattar|' +
  'سجاد sajjad|سعاد suad|سمر samar|سنا sana|عادل adil|عاصم asim|عباس abbas|عبد abd|عبدالله abdullah|' +
  'عبيد ubayd|عدنان adnan|عدي uday|عزت izzat|عزه izzat|احمدينژاد ahmadinejad|خامنهاي khamenei|عزيز aziz|عزيزي azizi|عز izz|عصام isam|عطا ata|عطيه atiya|' +
  'عقيل aqil|علا ala|علوي alawi|عماد imad|عواد awwad|عوض awad|عون awn|عيد id|عيدروس aydarus|عايشه aisha|' +
  'عاطف atif|عارف arif|عبود abbud|عدوان adwan|عزام azzam|عفيف afif|عكرمه ikrima|عمران imran|غالب ghalib|' +
  'غازي ghazi|غانم ghanim|غسان ghassan|غلام ghulam|غني ghani|غفار ghaffar|غريب gharib|اسامه usama|' +
  'اسعد asad|اسد asad|اشرف ashraf|اكرم akram|اكبر akbar|امين amin|اميني amini|انس anas|انور anwar|' +
  'ايمن ayman|اياد iyad|ايوب ayyub|ادريس idris|ادم adam|ارشد arshad|اصغر asghar|افضل afdal|اقبال iqbal|' +
  'الياس ilyas|الهام ilham|الله allah|امجد amjad|امينه amina|اسما asma|ايمان iman|ايهاب ihab|' +
  'احسان ihsan|اوس aws|ايلي elie|انتصار intisar|اسيا asiya|ازهر azhar|ارسلان arslan|ارش arash|' +
  'اردشير ardashir|بهرام bahram|بهمن bahman|بيژن bijan|بهروز behruz|بهزاد behzad|پرويز parviz|' +
  'پيمان peyman|پدرام pedram|پوريا puriya|تهراني tehrani|تيمور timur|جهانگير jahangir|جليل jalil|' +
  'چنگيز changiz|خسرو khosrow|خامنه khamenei|خميني khomeini|داريوش dariush|دلاور dilawar|رضايي rezaei|' +
  'روحاني rouhani|روح ruh|رفسنجاني rafsanjani|سهراب sohrab|سياوش siavash|سيروس cyrus|سليماني soleimani|' +
  'سپهر sepehr|شاه shah|شهرام shahram|شهريار shahriar|شيرازي shirazi|صفوي safavi|عليرضا alireza|' +
  'غلامرضا gholamreza|محمدرضا mohammadreza|حميدرضا hamidreza|عليزاده alizadeh|فرزاد farzad|' +
  'فريدون fereydun|فيروز firuz|قاسمي qasemi|قرباني ghorbani|قنبري ghanbari|كاوه kaveh|كامران kamran|' +
  'كيوان keyvan|كوروش kurosh|لاريجاني larijani|مسعودي masudi|محمدي mohammadi|مرادي moradi|' +
  'مهرداد mehrdad|مهران mehran|موسوي mousavi|ميرزا mirza|نادري naderi|نوروز nowruz|نژاد nejad|' +
  'نصرالله nasrallah|هوشنگ hushang|يزداني yazdani|اصفهاني isfahani|اكبري akbari|احمدي ahmadi|' +
  'احمدنژاد ahmadinejad|حسنزاده hassanzadeh|رحيمي rahimi|رستمي rostami|رحماني rahmani|كريمي karimi|' +
  'صادقي sadeghi|صالحي salehi|جعفري jafari|ابراهيمي ebrahimi|اسدي asadi|عباسي abbasi|فتحعلي fathali|' +
  'نظري nazari|هاشمي hashemi|زاده zadeh|پور pur|بيگي beigi|زواهري zawahiri|بغدادي baghdadi|مصري masri|' +
  'شامي shami|عراقي iraqi|تكريتي tikriti|دوري duri|انصاري ansari|عتيبي utaybi|دوسري dawsari|' +
  'غامدي ghamdi|شمري shammari|زهراني zahrani|شهري shihri|مطيري mutayri|عنزي anzi|حوثي huthi|' +
  'جبوري jubburi|حمداني hamdani|دليمي dulaymi|عاني ani|سامرايي samarrai|كردي kurdi|تونسي tunisi|' +
  'ليبي libi|سوداني sudani|جزايري jazairi|مغربي maghribi|فلسطيني filastini|حلبي halabi|حمصي homsi|' +
  'حموي hamawi|دمشقي dimashqi|مخلوف makhluf|قذافي qaddafi|زرقاوي zarqawi|ظواهري zawahiri|لادن ladin|' +
  'هنيه haniya|سنوار sinwar|حداد haddad|خوري khuri|نجار najjar|خياط khayyat|صباغ sabbagh|بيطار bitar|' +
  'قاضي qadi|حلاق hallaq|عطار attar|سنوسي sanusi|حريري hariri|بري berri|جنبلاط junblat|فيصلي faysali|' +
  'مرزوق marzuq|زيدان zaydan|زيدي zaydi|بشري bushra|عليا alya|هدي huda|مني muna|سلمي salma|مريم maryam|' +
  'نوال nawal|هند hind|رنا rana|رانيا raniya|ريم rim|سارا sara|ساره sara|نجلا najla|هبه hiba|وفا wafa|' +
  'امال amal|امل amal|جميله jamila|كريمه karima|ناديه nadia|ليلا leila|پروين parvin|شيرين shirin|' +
  'فرح farah|نرگس narges|مبينا mobina|ايليا ilia|دانيال danial|اردوغان erdogan|گل gul|حكمتيار hekmatyar|' +
  'حقاني haqqani|اخوند akhund|اخوندزاده akhundzada|برادر baradar|يعقوبي yaqubi|نواز nawaz|شريفي sharifi|' +
  'بهتو bhutto|چودري chaudhry|چوهدري chaudhry|بٹ butt|ملك malik|ڈار dar|خٹك khattak|افريدي afridi|' +
  'قريشي qureshi|شيخ sheikh|اعوان awan|راجا raja|راجه raja';
