#include "desks/credit/placement/placement_states.hpp"

#include "base/words.hpp"

namespace credit::placement {
namespace {

constexpr base::Word<Step> steps[] = {
    {Step::contact, "contact", "Premier contact"}, {Step::information, "information", "Informations"},
    {Step::analysis, "analysis", "Montage"},       {Step::submission, "submission", "Envoi aux assureurs"},
    {Step::quotes, "quotes", "Réponses"},          {Step::presentation, "presentation", "Offres"},
    {Step::acceptance, "acceptance", "Accord"},    {Step::issuance, "issuance", "Police"},
    {Step::signature, "signature", "Signature"},   {Step::in_force, "in_force", "En vigueur"},
    {Step::abandoned, "abandoned", "Sans suite"},
};
constexpr base::Word<WaitingFor> holders[] = {
    {WaitingFor::broker, "broker", "Vous"},
    {WaitingFor::company, "company", "L’entreprise"},
    {WaitingFor::insurers, "insurers", "Les assureurs"},
    {WaitingFor::nobody, "nobody", "Personne"},
};
constexpr base::Word<Size> size_words[] = {
    {Size::very_small, "very_small", "TPE"},           {Size::small_or_medium, "small_or_medium", "PME"},
    {Size::intermediate, "intermediate", "ETI"},       {Size::large, "large", "Grande entreprise"},
    {Size::association, "association", "Association"},
};
constexpr base::Word<Channel> channel_words[] = {
    {Channel::phone, "phone", "Par téléphone"},
    {Channel::email, "email", "Par e-mail"},
};
constexpr base::Word<Need> need_words[] = {
    {Need::credit_insurance, "credit_insurance", "Une assurance-crédit"},
    {Need::factoring, "factoring", "De l’affacturage"},
    {Need::advice, "advice", "Un conseil"},
    {Need::existing_policy, "existing_policy", "De l’aide sur une police en cours"},
};
constexpr base::Word<GivenUp> reasons[] = {
    {GivenUp::no_answer, "no_answer", "L’entreprise ne répond plus"},
    {GivenUp::too_expensive, "too_expensive", "Trop cher pour l’entreprise"},
    {GivenUp::cover_too_low, "cover_too_low", "Ses clients ne sont pas assez couverts"},
    {GivenUp::stays_with_insurer, "stays_with_insurer", "Elle reste chez son assureur"},
    {GivenUp::not_insurable, "not_insurable", "Aucun assureur ne la prend"},
    {GivenUp::duplicate, "duplicate", "Dossier en double"},
};

}  // namespace

std::string_view to_text(Step step) { return base::word_of(steps, step).text; }
std::optional<Step> step_from_text(std::string_view text) { return base::value_of(steps, text); }
std::string_view label(Step step) { return base::word_of(steps, step).label; }

std::string_view to_text(WaitingFor who) { return base::word_of(holders, who).text; }
std::optional<WaitingFor> waiting_from_text(std::string_view text) { return base::value_of(holders, text); }
std::string_view label(WaitingFor who) { return base::word_of(holders, who).label; }

std::string_view to_text(Size size) { return base::word_of(size_words, size).text; }
std::optional<Size> size_from_text(std::string_view text) { return base::value_of(size_words, text); }
std::string_view label(Size size) { return base::word_of(size_words, size).label; }

std::string_view to_text(Channel channel) { return base::word_of(channel_words, channel).text; }
std::optional<Channel> channel_from_text(std::string_view text) { return base::value_of(channel_words, text); }
std::string_view label(Channel channel) { return base::word_of(channel_words, channel).label; }

std::string_view to_text(Need need) { return base::word_of(need_words, need).text; }
std::optional<Need> need_from_text(std::string_view text) { return base::value_of(need_words, text); }
std::string_view label(Need need) { return base::word_of(need_words, need).label; }

std::string_view to_text(GivenUp reason) { return base::word_of(reasons, reason).text; }
std::optional<GivenUp> given_up_from_text(std::string_view text) { return base::value_of(reasons, text); }
std::string_view label(GivenUp reason) { return base::word_of(reasons, reason).label; }

}  // namespace credit::placement
