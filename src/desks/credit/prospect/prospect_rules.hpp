// What is known of a company before a sale is signed (C20). Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.hpp"
#include "base/rule.hpp"
#include "base/time.hpp"
#include "desks/credit/blind_test/answer.hpp"

namespace credit::prospect {

inline constexpr base::Rule prospect_rules[] = {
    MANDAT_RULE("C20",
                "Before a sale, a SIREN shows the cover that insurers granted on it in the broker's files: the largest "
                "amount still valid for all causes, and each insurer's last word; without any, it says that nothing is "
                "known, which is neither a refusal nor a failure to read"),
    MANDAT_RULE(
        "C20.grade",
        "The grade sums up the last words that are still valid, and says from which and why: A granted in full "
        "by all who answered, B by some of them, C in part at best, D against insolvency only, E refused by all; "
        "none while nobody's word is valid"),
    MANDAT_RULE(
        "C20.own",
        "In its own space the insured asks of its own file: what its policy's insurer grants on the company, else the "
        "cover of unnamed buyers, else nothing; the grade from the answers in its file, whose insurers are not named. "
        "A refusal, or a limit that is over, does not fall back to the unnamed cover"),
    MANDAT_RULE("C20.unread", "What could not be read is told as such: it is neither a refusal nor nothing known"),
};

enum class Grade { none, a, b, c, d, e };
std::string_view label(Grade grade);  // "A"

struct KnownAnswer {
  std::string insurer, insurer_name;
  blind_test::Answer answer;
  base::Money asked;
  base::Instant answered_at;
};

struct Finding {
  std::vector<KnownAnswer> last_words;   // of each insurer, the newest first
  std::optional<base::Money> available;  // granted for all causes and still valid; null: nothing is
  Grade grade = Grade::none;
  // What makes it: the insurers whose word is valid, by what they say.
  int in_full = 0, in_part = 0, insolvency_only = 0, refused = 0;
  int valid() const { return in_full + in_part + insolvency_only + refused; }
};
// What a policy covers of one company.
struct UnderPolicy {
  enum class Cover { named, insolvency_only, unnamed, refused, over, none };
  Cover cover = Cover::none;
  base::Money limit = {};                     // of `named`, `insolvency_only` and `unnamed`
  std::optional<KnownAnswer> last_word = {};  // of its insurer
};
UnderPolicy under_policy(const Finding& finding, std::string_view insurer, base::Money unnamed_limit, base::Day today);

// `answers`: the newest first.
Finding finding_of(std::vector<KnownAnswer> answers, base::Day today);

}  // namespace credit::prospect
