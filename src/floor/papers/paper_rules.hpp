// What documents that the house draws and seals promise (P9, C11).
#pragma once

#include "base/rule.hpp"

namespace papers {

inline constexpr base::Rule paper_rules[] = {
    MANDAT_RULE("P9.drawn",
                "A document is drawn on A4 with its fonts inside, title and author told, tables that go on over pages "
                "under their header, and each page's number out of how many"),
    MANDAT_RULE("C11.sealed",
                "A sealed PDF carries a CAdES signature over all its bytes (PAdES B-B) that other programs verify; a "
                "changed byte breaks it"),
};

}  // namespace papers
