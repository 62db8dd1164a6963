#include "floor/papers/price_rules.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/typed_text.hpp"
#include "base/utf8.hpp"

namespace papers {
namespace {

using base::Money;

enum class Role { ht, vat, ttc };

struct Label {
  std::string_view folded;
  Role role;
  int weight;  // of several amounts of one role, the one under the strongest label
};
// The longest that fits a place counts, so that "total ht" is not read in "sous total ht".
constexpr Label labels[] = {
    {"net a payer", Role::ttc, 5},
    {"total ttc", Role::ttc, 6},
    {"montant ttc", Role::ttc, 5},
    {"total general ttc", Role::ttc, 6},
    {"total toutes taxes comprises", Role::ttc, 6},
    {"montant total ttc", Role::ttc, 6},
    {"total net ttc", Role::ttc, 6},
    {"prix ttc", Role::ttc, 2},
    {"total a payer", Role::ttc, 5},
    {"montant a payer", Role::ttc, 4},
    {"reste a payer", Role::ttc, 1},
    {"ttc", Role::ttc, 1},
    {"total ht", Role::ht, 6},
    {"montant ht", Role::ht, 4},
    {"total hors taxes", Role::ht, 6},
    {"total hors taxe", Role::ht, 6},
    {"montant hors taxes", Role::ht, 4},
    {"total general ht", Role::ht, 6},
    {"montant total ht", Role::ht, 6},
    {"total net ht", Role::ht, 6},
    {"net ht", Role::ht, 5},
    {"sous total ht", Role::ht, 2},
    {"base ht", Role::ht, 3},
    {"ht", Role::ht, 1},
    {"total tva", Role::vat, 6},
    {"montant tva", Role::vat, 5},
    {"montant de la tva", Role::vat, 5},
    {"tva", Role::vat, 3},
};

constexpr std::string_view no_vat_phrases[] = {"tva non applicable", "293 b", "exoneration de tva", "autoliquidation"};

struct Candidate {
  Role role;
  int weight;
  Money amount;
};

struct Named {
  Role role;
  int weight;
  std::size_t at, length;
};

bool whole_words(std::string_view line, std::size_t at, std::size_t length) {
  const bool begins = at == 0 || line[at - 1] == ' ';
  const bool ends = at + length == line.size() || line[at + length] == ' ';
  return begins && ends;
}

// The labels of a folded line, from left to right, none within another.
std::vector<Named> labels_in(std::string_view line) {
  std::vector<Named> found;
  for (const Label& label : labels)
    for (std::size_t at = line.find(label.folded); at != std::string_view::npos; at = line.find(label.folded, at + 1))
      if (whole_words(line, at, label.folded.size()))
        found.push_back({label.role, label.weight, at, label.folded.size()});
  const auto within = [&](const Named& small) {
    return std::any_of(found.begin(), found.end(), [&](const Named& large) {
      return large.length > small.length && large.at <= small.at && small.at + small.length <= large.at + large.length;
    });
  };
  std::vector<Named> outer;
  std::copy_if(found.begin(), found.end(), std::back_inserter(outer), [&](const Named& each) { return !within(each); });
  std::sort(outer.begin(), outer.end(), [](const Named& a, const Named& b) { return a.at < b.at; });
  return outer;
}

bool prefix_is_number(std::string_view text) { return !text.empty() && base::is_digit(text.back()); }

// "2 1 234,50": what stands before the longest amount at the end is another number.
std::optional<Money> last_amount(std::string_view text) {
  for (;;) {
    if (const auto amount = base::parse_money(text)) return amount;
    const std::size_t blank = text.find(' ');
    if (blank == std::string_view::npos) return std::nullopt;
    text.remove_prefix(blank + 1);
  }
}

// A label with its amount on its line; the labels of a heading line with the amounts below them.
std::vector<Candidate> candidates_in(std::string_view text) {
  std::vector<Candidate> found;
  std::vector<Named> heading;
  for (const auto line : base::split(text, '\n')) {
    const auto named = labels_in(base::fold(line));
    const auto amounts = amounts_in(line);
    if (!named.empty() && !amounts.empty()) {
      // "Total HT 100,00  TVA 20,00  Total TTC 120,00" pairs them in order; else the last amount is the total.
      const bool pairs = named.size() > 1 && named.size() == amounts.size();
      for (std::size_t i = 0; i < named.size(); ++i)
        if (pairs || i == 0) found.push_back({named[i].role, named[i].weight, pairs ? amounts[i] : amounts.back()});
      heading.clear();
    } else if (!named.empty()) {
      heading = named;
    } else if (!amounts.empty()) {
      if (heading.size() == amounts.size())
        for (std::size_t i = 0; i < amounts.size(); ++i)
          found.push_back({heading[i].role, heading[i].weight, amounts[i]});
      heading.clear();
    }
  }
  return found;
}

std::vector<Candidate> of_role(const std::vector<Candidate>& all, Role role) {
  std::vector<Candidate> found;
  std::copy_if(all.begin(), all.end(), std::back_inserter(found),
               [role](const Candidate& c) { return c.role == role; });
  std::stable_sort(found.begin(), found.end(),
                   [](const Candidate& a, const Candidate& b) { return a.weight > b.weight; });
  constexpr std::size_t most = 40;  // a text of nothing but labels stays cheap
  if (found.size() > most) found.resize(most);
  return found;
}

bool about(Money a, Money b) {
  constexpr std::int64_t cents = 2;  // totals of rounded lines
  const std::int64_t difference = a.cents - b.cents;
  return difference >= -cents && difference <= cents;
}

// One VAT line, or all of several rates together.
std::vector<Money> vat_sums(const std::vector<Candidate>& vats) {
  std::vector<Money> sums;
  Money all;
  for (const Candidate& vat : vats) {
    sums.push_back(vat.amount);
    all += vat.amount;
  }
  for (std::size_t i = 0; i < vats.size(); ++i)
    for (std::size_t j = i + 1; j < vats.size(); ++j) sums.push_back(vats[i].amount + vats[j].amount);
  sums.push_back(all);
  return sums;
}

struct Triple {
  int weight;
  Money ht, vat, ttc;
};
void prefer(std::optional<Triple>& best, const Triple& other) {
  const auto rank = [](const Triple& t) { return std::pair(t.weight, t.ttc); };
  if (!best || rank(other) > rank(*best)) best = other;
}

std::optional<Triple> summing(const std::vector<Candidate>& hts, const std::vector<Money>& vats,
                              const std::vector<Candidate>& ttcs) {
  std::optional<Triple> best;
  for (const Candidate& ht : hts)
    for (const Candidate& ttc : ttcs)
      for (const Money vat : vats)
        if (ht.amount.cents > 0 && vat.cents > 0 && about(ht.amount + vat, ttc.amount))
          prefer(best, {ht.weight + ttc.weight, ht.amount, ttc.amount - ht.amount, ttc.amount});
  return best;
}

std::optional<Triple> linked_by_rate(const std::vector<Candidate>& hts, const std::vector<Candidate>& ttcs) {
  constexpr std::array rates = {base::Rate::percent(20), base::Rate::percent(10), base::Rate::basis_points(550),
                                base::Rate::basis_points(850), base::Rate::basis_points(210)};
  std::optional<Triple> best;
  for (const Candidate& ht : hts)
    for (const Candidate& ttc : ttcs)
      for (const base::Rate rate : rates)
        if (ht.amount.cents > 0 && about(ht.amount + base::apply(rate, ht.amount), ttc.amount))
          prefer(best, {ht.weight + ttc.weight, ht.amount, ttc.amount - ht.amount, ttc.amount});
  return best;
}

bool says_no_vat(std::string_view text) {
  const std::string folded = base::fold(text);
  return std::any_of(std::begin(no_vat_phrases), std::end(no_vat_phrases),
                     [&](std::string_view phrase) { return folded.find(phrase) != std::string::npos; });
}

Prices from(const Triple& triple, Ground ground, std::string why) {
  return {ground, triple.ht, triple.vat, triple.ttc, std::move(why)};
}

std::optional<Money> first_of(const std::vector<Candidate>& candidates) {
  const auto found =
      std::find_if(candidates.begin(), candidates.end(), [](const Candidate& c) { return c.amount.cents > 0; });
  return found == candidates.end() ? std::nullopt : std::optional(found->amount);
}

}  // namespace

std::vector<Money> amounts_in(std::string_view line) {
  std::vector<Money> amounts;
  // Pieces of digits and the signs that may stand within an amount; two blanks part columns.
  std::string piece;
  bool sure = false;  // a euro sign stands after it
  const auto take = [&] {
    const std::string_view text = base::trim(piece);
    const std::size_t comma = text.find_last_of(",.");
    const bool decimals = comma != std::string_view::npos && text.size() - comma == 3;
    if (prefix_is_number(text) && (decimals || sure))
      if (const auto amount = last_amount(text)) amounts.push_back(*amount);
    piece.clear();
    sure = false;
  };
  for (std::size_t at = 0; at < line.size();) {
    const auto point = base::decode_utf8(line, at);
    const std::string_view character = line.substr(at, point.length);
    at += point.length;
    const bool blank = base::is_blank(point.value);
    const bool digit = point.length == 1 && base::is_digit(character[0]);
    if (blank && (piece.ends_with(' ') || piece.empty())) {
      take();
    } else if (digit || blank || character == "," || character == ".") {
      piece.append(blank ? " " : character);
    } else {
      sure = character == "€" || line.substr(at - point.length).starts_with("EUR");
      const bool rate = character == "%";
      if (rate) piece.clear();
      take();
    }
  }
  take();
  return amounts;
}

Prices read_prices(std::string_view text) {
  const auto all = candidates_in(text);
  const auto hts = of_role(all, Role::ht), vats = of_role(all, Role::vat), ttcs = of_role(all, Role::ttc);
  if (const auto triple = summing(hts, vat_sums(vats), ttcs))
    return from(*triple, Ground::sum, "Dans le PDF, total HT + TVA = total TTC.");
  if (const auto triple = linked_by_rate(hts, ttcs))
    return from(*triple, Ground::rate, "Dans le PDF, un taux de TVA relie le total HT au total TTC.");
  const auto ht = first_of(hts), ttc = first_of(ttcs);
  if ((ht || ttc) && says_no_vat(text)) {
    const Money total = ttc ? *ttc : *ht;
    return {Ground::no_vat, total, Money{}, total, "Le PDF indique que la TVA n’est pas applicable."};
  }
  if (!ht && !ttc) return {Ground::nothing, {}, {}, {}, "Aucun total n’a été trouvé dans le PDF."};
  // Totals that do not agree: only the one under the strongest label is worth a proposal.
  return {Ground::single,
          ht,
          {},
          ht && ttc && *ttc < *ht ? std::nullopt : ttc,
          "Lu à côté des libellés du PDF, sans pouvoir le recouper."};
}

}  // namespace papers
