// The secret address by which a person's own calendar, which cannot sign in, follows a feed of his
// (P4.calendar_address): one way for all of them. Each feed has its purpose, under which its links are kept; nothing
// else is stored.
#pragma once

#include <optional>
#include <string_view>

#include "floor/identity/actor.hpp"
#include "floor/links/links.hpp"
#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"
#include "web/html/url.hpp"
#include "web/ui/action.hpp"

namespace deadlines {

// Of the feed of delays. A desk names its own: "motor.calendar".
inline constexpr std::string_view calendar_purpose = "deadlines.calendar";

// The last address of the person, if it still serves in the organisation he acts for.
std::optional<links::Link> calendar_address_of(db::Transaction& tx, std::string_view purpose,
                                               const identity::Actor& actor);
// A new one; those he had end.
void renew_calendar_address(platform::Act& act, std::string_view purpose, const identity::Actor& actor);
void end_calendar_address(platform::Act& act, std::string_view purpose, const identity::Actor& actor);
// Whose calendar a token opens: a person who may sign in and still belongs to the organisation it was made for, as he
// acts there. None: tampered with, of another purpose, ended, or of a person who left or is suspended.
std::optional<identity::Actor> holder_of_calendar(db::Transaction& tx, std::string_view purpose, std::string_view token,
                                                  std::string_view server_key);

// The address to be copied. `feed`: the path that the token opens; `read`: what who knows it reads, "vos échéances".
web::html::Markup calendar_address_field(const visit::Visit& visit, const web::html::Url& feed, std::string_view read);
// The button that makes the first address, or changes it and says what that costs; posted to `url`.
web::ui::Action calendar_address_button(const visit::Visit& visit, bool has_address, const web::html::Url& url);
// Told once it is made.
inline constexpr std::string_view calendar_address_ready =
    "Votre adresse d’abonnement est prête : copiez-la dans votre agenda.";

}  // namespace deadlines
