// The reason codes of R-transactions (EPC173-14), in French: data/sepa_reasons.tsv.
#pragma once

#include <string>
#include <string_view>

namespace payments {

enum class Stops { nothing, account, mandate };  // what is not to be used any more

std::string reason_label(std::string_view code);  // "Compte clos"; for an unknown one "Motif XX99"; empty for none
Stops stopped_by(std::string_view code);

}  // namespace payments
