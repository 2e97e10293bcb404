package io.agenttool.guard.output;

/** How seldom two characters stand side by side in prose, source code and JSON. */
final class BigramRarity {
  /**
   * The pairs of letters that English and identifiers are full of, most frequent first: counted
   * over the source and documentation of this project and its dependencies.
   */
  private static final String FREQUENT =
      "th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le"
          + " ve co me de hi ri ro ic ne ea ra ce li ch ll be ma si om ur ca el ta la ns di fo ho"
          + " pe ec pr no ct us ac ot il tr ly nc et ut ss so rs un lo wa ge ie wh ee wi em ad ol"
          + " rt po we na ul ni ts mo ow pa im mi ai sh ir su id os iv ia am fi ci vi pl ig tu ev"
          + " ld ry mp fe bl ab gh ty op wo sa ay ex ke fr oo av ag if ap gr od bo sp rd do uc bu"
          + " ei ov by rm ep tt oc fa ef cu rn sc gi da yo cr cl du ga qu ue ff ba ey ls va um pp"
          + " ua up lu go ht ru ug ds lt pi rc rr eg au ck ew mu br bi pt ak pu ui rg ib tl ny ki"
          + " rk ys ob mm fu ph og ms ye ud mb ip ub oi rl gu dr hr cc tw ft wn nu af hu nn eo vo"
          + " rv nf xp gn sm fl iz ok nl my gl aw ju oa eq sy sl ps jo lf nv je nk kn gs dy hy ze"
          + " ks xt bs ik dd pt rp sk xi oe oy ws lv dl rf eu dg wr xa yi nm eb uf gg ez ob ax";

  private BigramRarity() {}

  /**
   * The offset of the rarest pair of {@code keyword} among those at {@code residue}, {@code residue
   * + stride}, and so on.
   */
  static int rarest(String keyword, int residue, int stride) {
    int best = residue;
    for (int offset = residue; offset + 1 < keyword.length(); offset += stride) {
      if (weight(keyword, offset) < weight(keyword, best)) {
        best = offset;
      }
    }
    return best;
  }

  private static int weight(String keyword, int offset) {
    String pair = keyword.substring(offset, offset + 2);
    int place = FREQUENT.indexOf(pair.toLowerCase(java.util.Locale.ROOT));
    int weight = place < 0 ? 10 : 2 * FREQUENT.length() - place;
    if (pair.indexOf(' ') >= 0 || pair.equals("--") || pair.equals("//")) {
      return 4 * FREQUENT.length();
    }
    return pair.chars().anyMatch(c -> c < 'a' || c > 'z') ? weight / 4 : weight;
  }
}
