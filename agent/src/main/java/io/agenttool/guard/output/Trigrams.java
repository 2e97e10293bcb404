package io.agenttool.guard.output;

/** How often three characters stand side by side in prose, source code and JSON. */
final class Trigrams {
  /**
   * The triples that text is full of, in small letters, most frequent first: counted over licences,
   * manuals and the sources of scripting languages' libraries and of this project.
   */
  private static final String FREQUENT =
      "\": : \"\", , \"\",\"\":\"\"},},\n"
          + "\"}}}]}{\"n[{\"\\\":\"\\\"\\\"\\\":{\":[0,\"\":0\":1\": },{\"],e\":d\":    ththehe  ="
          + " ionsel reelf ining setioor  cois ed  anif  nolf. ifandent  i isfor toame of deng   r"
          + " foturin nd er of to on ret # ---  #namstrdefileetuurn a terode  sse  lies"
          + " connotfilcodecte trn alle, ineateintatitrilinle re stae a sts aver prrea ore ival  d"
          + " be fioneeadresonserr(secom pathiessef ot  wiortuse exerse cherpro camod arassf t mant"
          + " areat iste oiths tparf._  ehise sted  tnonrinargcalnten trromenite"
          + " usrorctialuderlueporlice fextas witlascla itthoan al th st t ible sos, ts"
          + " perthahatwarimp dipatpreont vaend mome dat sull siot ts oen getack whs i asd tte"
          + " lenobjagee =typouticetestat trn abe ablomp on byss buttornstset.  enclse, sserdinrt "
          + " fr alypens t, s nmat elinsathptinceit plet a  f enr torm  'ensime me do  pereoduce"
          + " lestimly estut   c, aulttint ompl', ...= sndeise ha ne un ra, tfroivenserom### naulen"
          + " sartsubexcinds =mese perasedrecf, sintexpenne de you op waoth===jec  mdulasecenlis"
          + " clratntax00actmettemopeeveramcharsir ach   aeptlf,copmpod itradis teovee dbjeain':"
          + " ataanyappelscanaddalsunddirlocourpacunc loredopt ch yo buf"
          + " sraicepribrefritnalumeizehan, iant lee nve deds fadeacelibd an ioset sf _orechee"
          + " lattd bpri geaveibuby  obn oarstru imxcee rrigposncokeyr iaiscesreppecom raneth,"
          + " 'itifunoditanincworopyry t =ighounnerrmae wrsentstene mspentict ide daticde>ste,"
          + " ocatny ghto taryse:racs s ==exp  }litnumfinhavharrs  fuhea== arae"
          + " ewriininewlowemesyseciicaloapliinar, irenin __rgsuteequferou  porenecossiill_in peg"
          + " ty t shdecs cndi + n,  otf nt cockdocaillataliet or(haspper o heermtrye u syned***gen"
          + " si  owhe pu atwhilf)ena, f_cof atarytenesbytanc= ' adses ve) {t n tyfied, e b we  wd"
          + " ohourouachf iic eseue platte  n, bld () berefaaulfaue):ge r c sp_res"
          + " phensecvennctictommay , cialttrnitmbello fahodt btaier.oftsofefif):ert.__n cy"
          + " outicurlleeeriesifid fy, manordpt sizt w, eeriene  l  < wotwatabs wntretemaied.f"
          + " carnleaftwd w laustitsdifssevaroad keelegnu tidesity_st, ngraffeon.infureocaee no"
          + " reebasruees.rcesupisiy atch c<denme,ty le_n bollorkonlignmy   $  b__(gcc"
          + " acerlangautputer(led, wwile()ondariet_t fseefalelingsetar =, mh tepr mu, pa s"
          + " myorsli>bli - n fspa_fien(larle.winsou), e(s osubleldngeuntsagckahres d/co,"
          + " drgugumilictes ld c batal_naoinctods  nuurcquekagthrcluo aeats mdiciele vve_upp#"
          + " tshoiedarre goteer_rtimitcrer saken ebinne:ginon,nlyatc errnirrelemnd(hinrteg,"
          + " ry:ythutossanfoad emot lflayritret rminar _papyrardd sfraespcorr pe. nclpe esuludck"
          + " imipubearbuf] =ce(os.mayich: 'tac  _hic, les,astllygs .cof (shaexirmiomeatosigulls rg"
          + " ativripbacso umb= ns bsullosremlermergesddra c ouvidrrarovuni_(sn n= _clo evle,ne)t m"
          + " wrern aboulfolquise,honriaost.re.st_liorg<coraruldne,senuffpytn py ilagn rem run "
          + " (colte( tay $ ap=nostofixuesediow </crts saonglt r fwe = 0reqralit_ricndant(d =le(r"
          + " mer,lifmusovircha pt pstdotils irsscrs. oryme)h ae__reght  'hcou  ueenonan =ur"
          + " ervhesdit au, r ho[0]orig i.gelonnorn't_se % _de's .ors eveleasdelf l"
          + " 1,bilrstokeownnsiiltmapppoms mmadrext /listi 20uct: 1ecklet bihechttttp * ng,m"
          + " tt()kenfreanseedalemem't buiuilmoned,= fbugndlo samp gro cemp= tub ://me_"
          + " bolieisspas, ve hacct__t elec.apue)lia) alimbracumoff_mal t__"
          + " msgnowpiltupdlent_cifed_ckemarsithor min wew sococunatke suctr(t d'haurroolash"
          + " rucrinarualor:igirivte_# sl pefer ef.c_dideb fl --ng.clsys.nenescrelinkndsupl.paficy"
          + " ciab_gegerrogs()ianhelmpifirulalabns.bitvede: mpay s# imaxchimakct.rd  <cibrmalfull"
          + " bn d cr= [e_sannookf.sarcey lac= orocl cid tokonfspleano ber)fouflonodysttiauee="
          + " 1cacts.exauchmorenggrog =exeon-, 0l, rnaon_mis#  udistseammedta s uavatopenof fr"
          + " wusioldlooifyabiinvrve# c# a200_clutfn mctssca_exmptuircasinuf pags 'mltinetaboegi"
          + " $srapxtet(st h";

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
