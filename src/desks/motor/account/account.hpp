// A repairer's way in: signing up, being validated by a firm, further establishments, his own settings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desks/motor/attachment/attachment.hpp"
#include "floor/joining/joining.hpp"
#include "floor/platform/platform.hpp"
#include "floor/visit/route.hpp"
#include "floor/visit/site.hpp"
#include "web/phrasebook.hpp"

namespace motor::account {

inline constexpr base::RefusalCode already_attached{base::RefusalKind::conflict, "motor.account.already_attached"};

joining::Kind sign_up();  // M2

// The choice of M2, by name. The value is the firm's id.
std::vector<web::ui::Option> firms_to_choose(db::Transaction& tx);
// The chosen firm, if it is one of the desk's.
std::optional<identity::OrganisationId> chosen_firm(db::Transaction& tx, std::string_view typed);

// M4: the attachment, and with the first one the account. The activation mail leads to `public_url`.
base::Outcome<base::Done> validate(platform::Platform& platform, const identity::Actor& firm, AttachmentId id);
base::Outcome<base::Done> refuse(platform::Platform& platform, const identity::Actor& firm, AttachmentId id,
                                 std::string_view reason);
base::Outcome<base::Done> end(platform::Platform& platform, const identity::Actor& firm, AttachmentId id,
                              std::string_view reason);

// M5: another establishment of the same SIREN, or another firm for one he has; asked, to be confirmed.
base::Outcome<base::Done> ask_attachment(platform::Platform& platform, const identity::Actor& repairer,
                                         const web::Fields& typed);
// M28
base::Outcome<base::Done> change_mobile(platform::Platform& platform, const identity::Actor& actor,
                                        std::string_view typed);

web::Response show_requests(visit::Visit& visit);
web::Response post_confirmation(visit::Visit& visit);
web::Response post_refusal(visit::Visit& visit);
web::Response post_end(visit::Visit& visit);
web::Response show_settings(visit::Visit& visit);
web::Response post_mobile(visit::Visit& visit);
web::Response post_establishment(visit::Visit& visit);

std::span<const visit::Route> routes();
std::vector<visit::NavItem> nav();

}  // namespace motor::account
