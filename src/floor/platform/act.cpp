#include "floor/platform/act.hpp"

#include "base/words.hpp"

namespace platform {

namespace {
constexpr base::Word<Cause> causes[] = {
    {Cause::person, "person", "personne connectée"},
    {Cause::link, "link", "lien reçu"},
    {Cause::deadline, "deadline", "délai échu"},
    {Cause::system, "system", "automatique"},
};
}  // namespace

std::string_view to_text(Cause cause) { return base::word_of(causes, cause).text; }
std::optional<Cause> cause_from_text(std::string_view text) { return base::value_of(causes, text); }
std::string_view label(Cause cause) { return base::word_of(causes, cause).label; }

}  // namespace platform
