package io.agenttool.guard.output;

/** How often three characters stand side by side in prose, source code and JSON. */
final class Trigrams {
  /**
   * The triples that text is full of, in small letters, most frequent first: counted over licences,
   * manuals, web pages, the sources of scripting languages' libraries and of this project.
   */
  private static final String FREQUENT =
      "   *   ththeionhe tioingent in coodeed  reandis  toforor to comon  anter** assaticod"
          + "conng er nd  = es ,* ))) folasateame ofcla|fr is clectof .**in  a an  sestrile despa"
          + "promen noonsfile tnamresif le panallre >*<e a  \" prse  filin beine li wivers athiin"
          + "t # de>></e c---refusebless=s=\"turctiith ar|-|-|-ers  #ess if***hisstatri mant sel*"
          + "))s t {*notexte sn t;* ntepreablret stommwitreaistestelfval=== usrinth e i capertedo"
          + "rt\": defher)* e fdate o.  etutesareurnat li>typ onpar pall f t  ite ptits agemanst "
          + " alt tn contype|fbitehresio ex);*seral **.ead\",*</ales/a>set:* <a {*  orthatinunce,"
          + " en arg/cobe  itcatnsttormatompcal 2m2m*por  rderoutne hatit  wh  tef=rn ly  hr... |"
          + "fas : \"indf=\"ume<cot ilib  }) {an>oneendndeormrs funs ioptalukeyclorat ditraelehan"
          + "000d tataackde cha*.rluetex</cr tme </s oplis ne=\"heraot nctpecspeaddult,   as  sli"
          + "cs o vas, a h chns ins dogeterenalcesreclatnts/spide<sp supatnodnceput fueveopechese"
          + "derrut  mo/lice httt, ch tatttpn ateme pmploree* pleecid ittemodfla  <htm by haatttm"
          + "l'* ifi.* arat afielocenctho soovexsljec|fiiveromase na |-tch)***.stenillmma unwor s"
          + "psltd aet e dstebutfin tes fain###s.*tru frmet trocaran enfr *|ffro  micefb| * ve an"
          + "girea><imeramb|-lout o;**ourdocimpdin*thitioud<lilagrt timsin meactd br arsidesail}*"
          + "* leetarenute</te.*screxp.*) }*canred</l\"><rma', , ass , tntaurerromeslem  (  daceo"
          + "rd.resh .00 poe n adn iven loequsubalsby efissiquelene wundi>*lowouns cignlf.raceter"
          + "e*letdir buica}*  sie r><a# 'crialinewn odiscurtab elappett.coom rordedmitemener  p*"
          + "*)pacvaryou  *, |**tertpricif://.htg te lon.objenservribrce>* t carihenferntiizege n"
          + "ume e*.tonfry rit  cwhejs- sh ) s ngent ssecr ooth da atplaharo tullgclljshljsesatct"
          + "d>ied  a\"hlathpene m// repese|f5ct agsden <ctaies.orgnedutitanripachngeberrouaccust"
          + "heai><sseo aighart  fed.efareqleaini yoermf (souh \"n srgugums witytps, sud figaul w"
          + "a myticr ieatntrmbed o  $.shavapos.tptreerne: my ant  'none ufixfauhe*)  s s.rsincak"
          + "eps:0, lloinfanst be> wils:/whiader, ies vetar:  y tgrarunriacrecopurcttre\":nfi la,"
          + " 'hasght):*ld tp ;*)a cuntecoem warose keinaipte be|f apr cer.erindin, coresc acle.e"
          + "nat f</p nunitninanclitbjeonas 2ic *)*s* lse idstoanyd far decnse $srseibue =*<lbacu"
          + "letil ge hep 2rresig002hes$se\"nacto><ttit  earstledepapisup*</ork \"nemo.orreeremre"
          + "ggesonluppue d c ty},*s. divmar, \" up pe  {plin bou gine>< \"sueslednfoians:  tad, "
          + "umbmpoef talay  - , id we.  flfr= tie|-ds fr*on|ethd sminshooteene**={*)basials mock"
          + "tpu*12ost-costi*) r fe:* \"\"\"* n fmmeh aoduckeool\" ccen --rov  n): n><d><ils\"**q"
          + "uiy aocudebrig 0,m*|nlyr**><ce\">o s 0xamparyaut im:**rgecolutp/nof aiset wcce\"htn|"
          + "fnathou. tllyow y $eck we ba woa s0.0e*. ou|-fctebin(seh t*.is dmaklabty esp: 0hinhe"
          + "canals  {}on*ardd.*s =ropgs me\"ip orie**cluomen eedi ot== opy muffed lvid fartis pt"
          + "iv=|flaninviliwindifarreng),*ck <p>/p>ta cryels\"\"\"ichexason\",  ->), cumitl ruid "
          + "-> .sp|-pew r=|orysizso olluctlt  gcrue)//_innsirna },s\"* (l(liavenet obept mipas/t"
          + "dt* oleifymov_coesogitimidul sa syler ( inkcou.</ovimai)+ *)+ncony ppooins ler*t.* 2"
          + "0log200 ==ngs->{: {odir s=\"leam=\"tsitpe on\"ear  0malloaunitroee t|f() nne, $s rtr"
          + ">s</chirelon_y ieasndst =lle<td <ahel, claritsr ddel + phahicral  uogrix ficrojruc  "
          + "oempast>**= $le,ojesynildalpsp*s bual \"cer_g ae |ed*r eeennesam e</ed,revndl=\"#_st"
          + "|-s crdet><sxtervey o culf-grot dt pml#egi\"coue\"t nsag</d \"|.*.dd f->t m  w*# = s"
          + "on,try bo-prdexuiley dleken <swri pungtad rog, ot: stys (ppehavxamerlokelphbuins.mer"
          + "dite verymorosi scwidoupssa<brsee{|fthrarcgthatu \"f );ell, wlti};*javorsyle =>~~~ls"
          + ".arkbugloss.hm*.y, fulkinn.*casusieedddesenricfiry ssts evd* mac).*))/tyl rapplp>*om"
          + "/ub xt monexeexcr mrrarmipolefe*<pcepke n pt|-esugnuoulecultea fs\">e;*aniashl c=> )"
          + ")}ts.ilt)) es*ml\"gs\"may grn* rg/f._atooadownuldt</e  rchs u//g!!!o crteiel_re.ipon"
          + "(shaonggere h)}*e gd mvelolibrang. horol  bsulndoondup 001rie|-cis*m tmedliees,020 c"
          + "<, rt r, pnul201bilrocmmivichod_deng\"  l|-lnclpdagleronthumpies:ckabli|-aguacapnt\""
          + "#  p \"owef sy ce < ||uir} =ilasoln. no .inl bludtopl>* abiguasn: aupdannbetsheg ile"
          + ":uffn murlrvimap, bexi*co*11horgurlecr p | kag|u0ean* c avuthublsys\">*nt.a neldsomd"
          + " p$ gl tmusmisid=urid dnors erivht fren wfr,xprirslsond*loniss }  bi|-tnow-li erl at"
          + "lytagr.*fold=\"nab\"\"*a pt l gimpar><ict { ng*sn1iabs**itahubet_cipul>t erste\" urr"
          + "sor*prrgso blimtaktooor*inpltsray**snecmprookfal\"linvoold1, tiaphe \"aolor* es\"d n"
          + "e\",  --stndan r-re,*|dicf, )</uere (',*howctu, nrde-fielpimapond. ibxlli ($epr  1po"
          + "ise.n:  (reac\" ishier|f iikems a lf nadakert\">*toelir wivace.npup**  |er,,*)pubebi"
          + "llat |g ogccsca=\"p)re <lnt, {|l lbooctssoc*20t;*cutpt st.'s rtsoce urketmemgivbiaer"
          + "\"t. arne=\"n dytel\" onn, edevd ryst* -switokerf*subufwerzerpe\"inuudebytejsrypry.e"
          + "lo*<dmul: c &&r\">dejtifisaamstwo*)(rd ) =, fvaiiconexoffsplrai $c aub.cets\"|(r|fra"
          + "rrs.abiege|| ypt\" 2/gi-inpagepotasspompu-- _na ea: r_pa*|-s|fn n-seiph=\"n/>*ed:pes"
          + "itc : dowabont*ub.de:hosce|el *}*e()n\">tti, mr ron-s\":lt-ienfy /dig\">nic (cs|- />"
          + "mptde/ry_. isamfr}nguegao ilikxmlale roy bdreywo'  eywer/d: sla\">xxce**2way(ht</h w"
          + "r20.\"fliv>er(facg f: 1f cocsus lac|fp  /r>*greligse**ren't brcroisiy fr</t hrns}, i"
          + "giepato* \"ts:**<t>, 02}l iclelf,ura_se00*hillexcia**c/trbiter-pileca </ **();oido d"
          + "omaon:ddry.* \"dks )if>xs|-it\":d er =ton&&   2 qu= n*$ y ds/nttol svoc()* \"g=itlob"
          + "m/nst_domutoeplrapittrot htc (t u-de \"vjs/darrl g sbxste:*=i_fi))<n> maxrag<diorr: "
          + "2evido \" hd hccole*\"vabr tacicyrow \"pdonblo\"*. 0 epe<tredevoiiatiff;*}} {-tim*$t"
          + "eleysr /ur lus-ke/pr= \"\"degcr2, \"pr}(hsisg, owscs/r l .., dl pa aemartya> ved))ia"
          + "scunslaylidglosumhrovatme.ebuwe ems100aysyril, oese>*pingiod =*pa, us gr n_lin uunld"
          + " uythn =doe plfr|r (navo pdiare.ousetwse,nt_-lo**isuc*iniersymcerod ys efoct,f5|balg"
          + "no* *ibrr by p\"ma't ibl*non=\"{}*> 0a tmmo_tyneesco: s#xswas{} llb\">cuagm, lia=\"c"
          + "loolbacacl oy* o r-ushone.cer)><pubs*<aisho u|-bun  (serodthibeulahedteanglr |a de,*"
          + "ync*deoba\"re  vxtr202l f|-rrni-ac> i: tor(o f)} : f'</nt-stdidt_mebeliv qua_\">ch\""
          + " '|g cyinnto{0}fouurs.c e) oftfteo e feiftn</ed_alt  =ffid>*= {}*) eq* s= 'pr de.>co"
          + "on'wisol t.c*seotalorweb_dime,r} s-t $x";

  private Trigrams() {}

  /** How many there are in the table. */
  static int count() {
    return FREQUENT.length() / 3;
  }

  /** The one of that rank: the first is the most frequent. */
  static String ranked(int rank) {
    return FREQUENT.substring(3 * rank, 3 * rank + 3);
  }
}
