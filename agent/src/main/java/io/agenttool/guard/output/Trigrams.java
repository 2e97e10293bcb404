package io.agenttool.guard.output;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How often three characters stand side by side in prose, source code and JSON. */
final class Trigrams {
  /**
   * The triples that text is full of, in small letters, most frequent first: counted over licences,
   * manuals and the sources of scripting languages' libraries and of this project.
   */
  private static final String FREQUENT =
      "    ththehe  = ionsel reelf ining setioor  cois ed  anif  nolf. ifandent  i isfor toame"
          + " of deng   r foturin nd er of to on ret # ---  #namstrdefileetuurn a terode  sse  lies "
          + "connotfilcodecte trn alle, ineateintatitrilinle re stae a sts aver prrea ore ival  d be"
          + " fioneeadresonserr(secom pathiessef ot  wiortuse exerse cherpro camod arassf t mant are"
          + "at iste oiths tparf._  ehise sted  tnonrinargcalnten trromenite usrorctialuderlueporlic"
          + "e fextas witlascla itthoan al th st t ible sos, ts perthahatwarimp dipatpreont vaend mo"
          + "me dat sull siot ts oen getack whs i asd tte lenobjagee =typouticetestat trn abe ablomp"
          + " on byss buttornstset.  enclse, sserdinrt  fr alypens t, s nmat elinsathptinceit plet a"
          + "  f enr torm  'ensime me do  pereoduce lestimly estut   c, aulttint ompl', ...= sndeise"
          + " ha ne un ra, tfroivenserom### naulen sartsubexcinds =mese perasedrecf, sintexpenne de "
          + "you op waoth===jec  mdulasecenlis clratntax00actmettemopeeveramcharsir ach   aeptlf,cop"
          + "mpod itradis teovee dbjeain': ataanyappelscanaddalsunddirlocourpacunc loredopt ch yo bu"
          + "f sraicepribrefritnalumeizehan, iant lee nve deds fadeacelibd an ioset sf _orechee latt"
          + "d bpri geaveibuby  obn oarstru imxcee rrigposncokeyr iaiscesreppecom raneth, 'itifunodi"
          + "tanincworopyry t =ighounnerrmae wrsentstene mspentict ide daticde>ste, ocatny ghto tary"
          + "se:racs s ==exp  }litnumfinhavharrs  fuhea== arae ewriininewlowemesyseciicaloapliinar, "
          + "irenin __rgsuteequferou  porenecossiill_in peg ty t shdecs cndi + n,  otf nt cockdocail"
          + "lataliet or(haspper o heermtrye u syned***gen si  owhe pu atwhilf)ena, f_cof atarytenes"
          + "bytanc= ' adses ve) {t n tyfied, e b we  wd ohourouachf iic eseue platte  n, bld () ber"
          + "efaaulfaue):ge r c sp_res phensecvennctictommay , cialttrnitmbello fahodt btaier.oftsof"
          + "efif):ert.__n cy outicurlleeeriesifid fy, manordpt sizt w, eeriene  l  < wotwatabs wntr"
          + "etemaied.f carnleaftwd w laustitsdifssevaroad keelegnu tidesity_st, ngraffeon.infureoca"
          + "ee no reebasruees.rcesupisiy atch c<denme,ty le_n bollorkonlignmy   $  b__(gcc acerlang"
          + "autputer(led, wwile()ondariet_t fseefalelingsetar =, mh tepr mu, pa s myorsli>bli - n f"
          + "spa_fien(larle.winsou), e(s osubleldngeuntsagckahres d/co, drgugumilictes ld c batal_na"
          + "oinctods  nuurcquekagthrcluo aeats mdiciele vve_upp# tshoiedarre goteer_rtimitcrer sake"
          + "n ebinne:ginon,nlyatc errnirrelemnd(hinrteg, ry:ythutossanfoad emot lflayritret rminar "
          + "_papyrardd sfraespcorr pe. nclpe esuludck imipubearbuf] =ce(os.mayich: 'tac  _hic, les,"
          + "astllygs .cof (shaexirmiomeatosigulls rg ativripbacso umb= ns bsullosremlermergesddra c"
          + " ouvidrrarovuni_(sn n= _clo evle,ne)t m wrern aboulfolquise,honriaost.re.st_liorg<corar"
          + "uldne,senuffpytn py ilagn rem run  (colte( tay $ ap=nostofixuesediow </crts saonglt r f"
          + "we = 0reqralit_ricndant(d =le(r mer,lifmusovircha pt pstdotils irsscrs. oryme)h ae__reg"
          + "ht  'hcou  ueenonan =ur ervhesdit au, r ho[0]orig i.gelonnorn't_se % _de's .ors eveleas"
          + "delf l 1,bilrstokeownnsiiltmapppoms mmadrext /listi 20uct: 1ecklet bihechttttp * ng,m t"
          + "t()kenfreanseedalemem't buiuilmoned,= fbugndlo samp gro cemp= tub ://me_ bolieisspas, v"
          + "e hacct__t elec.apue)lia) alimbracumoff_mal t__ msgnowpiltupdlent_cifed_ckemarsithor mi"
          + "n wew sococunatke suctr(t d'haurroolash rucrinarualor:igirivte_# sl pefer ef.c_dideb fl"
          + " --ng.clsys.nenescrelinkndsupl.paficy ciab_gegerrogs()ianhelmpifirulalabns.bitvede: mpa"
          + "y s# imaxchimakct.rd  <cibrmalfull bn d cr= [e_sannookf.sarcey lac= orocl cid tokonfspl"
          + "eano ber)fouflonodysttiauee= 1cacts.exauchmorenggrog =exeon-, 0l, rnaon_mis#  udistseam"
          + "medta s uavatopenof fr wusioldlooifyabiinvrve# c# a200_clutfn mctssca_exmptuircasinuf p"
          + "ags 'mltinetaboegi $srapxtet(st h";

  private static final Map<String, Integer> PLACES = places();

  private Trigrams() {}

  /** The frequent ones. */
  static Set<String> frequent() {
    return PLACES.keySet();
  }

  /**
   * The offset of the rarest triple of {@code keyword} among those at {@code residue}, {@code
   * residue + stride}, and so on.
   */
  static int rarest(String keyword, int residue, int stride) {
    int best = residue;
    for (int offset = residue; offset + 3 <= keyword.length(); offset += stride) {
      if (weight(keyword, offset) < weight(keyword, best)) {
        best = offset;
      }
    }
    return best;
  }

  private static int weight(String keyword, int offset) {
    if (offset + 3 > keyword.length()) {
      return Integer.MAX_VALUE;
    }
    String triple = keyword.substring(offset, offset + 3).toLowerCase(Locale.ROOT);
    boolean run = true;
    int letters = 0;
    for (int i = 0; i < triple.length(); i++) {
      char c = triple.charAt(i);
      run &= c == triple.charAt(0);
      letters += c >= 'a' && c <= 'z' ? 1 : 0;
    }
    int place = PLACES.getOrDefault(triple, PLACES.size() + 4 - letters);
    return run ? PLACES.size() : PLACES.size() + 4 - place;
  }

  private static Map<String, Integer> places() {
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < FREQUENT.length(); i += 3) {
      places.put(FREQUENT.substring(i, i + 3), i / 3);
    }
    return places;
  }
}
