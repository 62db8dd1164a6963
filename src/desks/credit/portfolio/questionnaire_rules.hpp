// The questionnaire of a credit insurance (C2), and what it makes known of the turnover that can be insured (C3). Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.hpp"
#include "base/outcome.hpp"
#include "base/rule.hpp"
#include "desks/credit/engine/explanation.hpp"

namespace credit::portfolio {

inline constexpr base::Rule questionnaire_rules[] = {
    MANDAT_RULE("C2",
                "The questionnaire asks turnover, sector, number of customers, average invoice, largest exposure, bank "
                "and existing policy; it is kept as typed over several sittings, and says what is still missing"),
    MANDAT_RULE("C3.buyers",
                "The ten largest buyers at least, all of them where there are fewer, each with its identifier"),
    MANDAT_RULE("C2.insured", "Where a policy exists already, its insurer and its expiry are asked for"),
    MANDAT_RULE("C3.losses",
                "The unpaid history is known for the year under way and for each of the three before: its losses are "
                "noted, or it is said that there were none; a year with a loss cannot be said to have had none"),
};

inline constexpr base::Figure<int> buyers_wanted{"C3.buyers_wanted", 10};
inline constexpr base::Figure<int> loss_years_back{"C3.loss_years_back", 3};  // before the year under way

inline constexpr base::RefusalCode bad_amount{base::RefusalKind::invalid, "credit.portfolio.bad_amount"};
inline constexpr base::RefusalCode bad_count{base::RefusalKind::invalid, "credit.portfolio.bad_count"};
inline constexpr base::RefusalCode bad_day{base::RefusalKind::invalid, "credit.portfolio.bad_day"};
inline constexpr base::RefusalCode bad_naf{base::RefusalKind::invalid, "credit.portfolio.bad_naf"};
inline constexpr base::RefusalCode exclusions_too_high{base::RefusalKind::invalid, "credit.portfolio.exclusions"};

enum class Kind { text, amount, count, day, naf, yes_no };
enum class Section { business, turnover, risks, cover };
std::string_view label(Section section);

enum class Needed { always, if_insured, no };
struct Question {
  std::string_view key, label, hint;
  Kind kind;
  Section section;
  Needed needed;
};
std::span<const Question> questions();

// What was typed, by the key of its question.
class Typed {
 public:
  explicit Typed(const std::vector<std::pair<std::string, std::string>>& answers) : answers_(answers) {}
  std::string_view text(std::string_view key) const;  // trimmed; empty when nothing was typed
  std::optional<base::Money> amount(std::string_view key) const;
  std::optional<std::int64_t> count(std::string_view key) const;

 private:
  const std::vector<std::pair<std::string, std::string>>& answers_;
};

bool is_needed(const Question& question, const Typed& typed);

// Wrong answers only, each beside its field; an empty one is not wrong yet.
base::Refusals errors_in(const Typed& typed);

struct TurnoverLine {
  std::string label;
  base::Money amount;  // positive: the total; negative: what is taken off
};
struct InsurableTurnover {
  std::vector<TurnoverLine> lines;
  base::Money insurable;
  engine::Amount figure;  // the same, with the step that makes it (C35)
  engine::Explanation explanation;
};
// Null until the total is known and nothing typed is wrong, or when more is taken off than there is.
std::optional<InsurableTurnover> insurable_turnover(const Typed& typed);

// The years whose unpaid history is asked for, the latest first.
std::vector<int> loss_years(int this_year);
std::string no_loss_field(int year);  // under which "none that year" is kept, beside the answers
bool said_none(const Typed& typed, int year);

struct LossesKnown {
  int this_year;
  std::vector<int> with_losses = {};  // years
};
// Neither a loss nor a word that there was none.
std::vector<int> unknown_loss_years(const Typed& typed, const LossesKnown& known);

// One thing that is still missing: in French, and under a key that says nothing of what was typed.
struct Missing {
  enum class Part { question, buyers, identifiers, losses } part;
  std::string_view key;
  std::string what;
};
std::string missing_words(std::string_view keys);  // "Code NAF, impayés" of "naf losses"

struct Completeness {
  int answered = 0, wanted = 0;
  std::vector<Missing> missing;  // in the order of the questionnaire
  bool complete() const { return missing.empty(); }
};
struct BuyersKnown {
  std::int64_t buyers = 0, without_identifier = 0;
};
Completeness completeness(const Typed& typed, const BuyersKnown& buyers, const LossesKnown& losses);

}  // namespace credit::portfolio
