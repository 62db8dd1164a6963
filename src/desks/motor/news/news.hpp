// How a repairer is told of what the firm posts (M29): the portal always, a mail in addition where he asked for it.
#pragma once

#include <array>
#include <string_view>

#include "base/rule.hpp"
#include "desks/motor/document/paper.hpp"
#include "floor/platform/act.hpp"
#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"
#include "web/ui/form.hpp"

namespace motor::news {

inline constexpr base::Rule news_rules[] = {
    MANDAT_RULE("M29",
                "For each of PRISE EN CHARGE, RAPPORT PROVISOIRE and RAPPORT DEFINITIF a person chooses mail or portal "
                "and saves it; the choice holds for all files; without one, the portal"),
    MANDAT_RULE("M29.mail",
                "The portal always shows what is posted; the mail is in addition, at most one in ten minutes, which "
                "tells all that came meanwhile"),
};

// The kinds of documents that may be told by mail, in the order of the source.
inline constexpr std::array kinds{document::Kind::payment_agreement, document::Kind::provisional_report,
                                  document::Kind::report};

enum class Way { portal, mail };
Way way_of(db::Transaction& tx, identity::AccountId account, document::Kind kind);
void choose(platform::Act& act, identity::AccountId account, document::Kind kind, Way way);

// After the notice of the portal: a mail to each person of the repairer's who asked for one. Nothing for other kinds.
void mail_those_who_asked(platform::Act& act, const file::File& file, const document::Paper& posted);

web::html::Markup choice_card(const visit::Visit& visit, const std::array<Way, kinds.size()>& chosen,
                              const web::ui::FormState& state);
std::array<Way, kinds.size()> ways_of(db::Transaction& tx, identity::AccountId account);
web::Response post_choices(visit::Visit& visit);

}  // namespace motor::news
