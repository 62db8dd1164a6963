#include "desks/works/claim/claim_rules.hpp"

namespace works::claim {
namespace {

constexpr base::Rule rule_rows[] = {
    MANDAT_RULE("W10",
                "A partner broker declares the claim: the insured's contact details, the place and the trades are "
                "required, the rest is welcome; the insured was told who gets his data and may choose another firm"),
};

}  // namespace

std::span<const base::Rule> rules() { return rule_rows; }

}  // namespace works::claim
