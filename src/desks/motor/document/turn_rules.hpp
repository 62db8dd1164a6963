// Whose word is awaited, once something was asked of the repairer: his, or the firm's on what he sent (M11, M34). Pure.
#pragma once

#include <vector>

#include "base/rule.hpp"
#include "desks/motor/document/paper_kinds.hpp"

namespace motor::document {

inline constexpr base::Rule turn_rules[] = {
    MANDAT_RULE("M11.answered",
                "Documents asked for have come once the repairer who has the file sent at least one since the last "
                "request and the latest of each kind is compliant; what is older, or another repairer's, counts not"),
    MANDAT_RULE("M34.sent",
                "Once what is awaited was sent no reminder leaves until the firm has judged it; a verdict of "
                "non-compliance or another request begins the wait anew"),
};

enum class Turn {
  none,      // nothing is awaited of the repairer
  repairer,  // he owes it, or owes it again
  firm,      // it was sent: the firm judges it
  settled,   // it came and is compliant
};

struct Answer {
  Kind kind;
  Verdict verdict;
};
// Of what the repairer who has the file sent since the last request, oldest first (M11.answered).
Turn turn_of_documents(const std::vector<Answer>& sent);
// Of all that he sent: the latest invoice decides.
Turn turn_of_invoice(const std::vector<Answer>& sent);

}  // namespace motor::document
