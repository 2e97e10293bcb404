package io.agenttool.guard.output;

import java.util.Locale;

/** How seldom three characters stand side by side in prose, source code and JSON. */
final class TrigramRarity {
  /**
   * The triples that text is full of, most frequent first: counted over licences, manuals and the
   * sources of scripting languages' libraries and of this project.
   */
  private static final String FREQUENT =
      "the ion ing sel elf tio ent ame str lf. nam for and ter tri def ile tur con ode ret sta"
          + " fil ati etu ate urn int ect --- ine not com men lin cod rin all ver res ons ers rea pro"
          + " val ite ext ort one ass e', ess err ead (se ist nte tor par ble cti thi use mod por per"
          + " (r' las cal end imp cla her non ted get dat der lue pre are tes alu ith rro typ tex lic"
          + " his ror arg ont tat ser ype tho '), sio f._ wor key mat t', set wit ord ace pac abl age"
          + " ack nst pat unc ult exe era art len rat lse ins obj ens omp ase nde ind tin orm rom out"
          + " tha war ope lex hat mpo pti fro ice ime est enc nts nce mpl sin but ple mes ata din tim"
          + " nse ere xer ~~~ les cha ath r', ize num ive rec rsi opt met eve odu omm tem app add whi"
          + " tra rou loc pen nct spa att act ali s', lis ise inc tru als dis n', igh ule rep nta und"
          + " sub els fun ram cen cop ove tar our _in ner sed esp rit jec exc lf, nal ore ars ref ght"
          + " tan dir ... oun ain eri can oth dul har red 000 han ant che rib pos ran bje er. ber ept"
          + " rma ume ces cat mbe loa ara exp ded rig try low ibu ten rse ade gen rai ### lib ini nti"
          + " === iti pri you des pec ide cep any ose ntr fin rac nco pli opy ica _co lit oke ave se:"
          + " tch x00 lat ele ato ial rip eco ken eth ert ste scr equ ock _re spe odi ren me. xce esc"
          + " d', var pla er' dec ais _st ese gro tic ute nit ary tok ssi ena efa wri ses fer ttr inf"
          + " doc cri eme ire eyw ywo tab ene umb aul fie fau et_ anc cur clu ina hea ail sys oup efi"
          + " ria bas ppe ang new eci den ven ete col le_ ncl 001 ndi lud nin mme ill tte ari atc lle"
          + " rce reg epr has ng. l', sca on' eld nes erm er( ipt ors lea eta hav ned ict u00 whe or("
          + " que iel rgs tai lar de> llo siz lf) sse ts. oad min 'in on, sou nfo _na ign man e): ach"
          + " oin yte byt see tre gra ifi eli sec urc uff lti fix rue put uti _fi er_ uil mar ure _se"
          + " bui oll fal hod aut ity cto .st hit er, _ma buf es. ili .__ hou me, ffe hen ree ubl sen"
          + " ric ege *** __( ust tal f): dif ies .co dic nge r'( le. oca eat flo bin mai cte ',' ote"
          + " pop _en ude isi eer e), _de arr del onl unt arn sup map en( rti ler cre ngs ond its win"
          + " .re rs. _pa it_ uni er) on. led sof ear gin f', oft rre cor erl bac yth sho ilt ed. ctu"
          + " p', e(s nd( rot tiv ed_ 're 'st pyr yri ona fla nor sag roc uct twa de( ast sig ern mit"
          + " ork le' sto lab edi ftw 'co gme nt_ emo";

  private TrigramRarity() {}

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
    String triple = keyword.substring(offset, offset + 3).toLowerCase(Locale.ROOT);
    if (triple.indexOf(' ') >= 0 || triple.chars().allMatch(c -> c == triple.charAt(0))) {
      return 2 * FREQUENT.length();
    }
    int place = FREQUENT.indexOf(triple);
    long letters = triple.chars().filter(c -> c >= 'a' && c <= 'z').count();
    return place < 0 ? (int) letters : FREQUENT.length() - place + 4;
  }
}
