#include "app/demo/plot.hpp"

namespace app::demo {
namespace {

constexpr Plot all_plots[] = {
    {Ending::to_assign, 5, 1, 20},
    {Ending::awaiting_answer, 9, 2, 40},
    {Ending::to_reassign_after_refusal, 4, 20, 44},
    {Ending::to_reassign_after_silence, 4, 60, 90},
    {Ending::awaiting_quote, 10, 30, 90},
    {Ending::quote_overdue, 4, 170, 230},
    {Ending::quote_received, 7, 72, 200},
    {Ending::at_insurer, 8, 150, 420},
    {Ending::visit_planned, 5, 160, 430},
    {Ending::quote_refused, 3, 240, 480},
    {Ending::quote_validated, 10, 400, 1100},
    {Ending::job_closed, 5, 420, 640},
    {Ending::broker_closed, 3, 800, 1500},
    {Ending::closed, 18, 800, 2800},
    {Ending::abandoned, 5, 300, 2400},
};

constexpr Loss all_losses[] = {
    {"degat-des-eaux", "plomberie+peinture", "Fuite sous évier, parquet gondolé dans la cuisine et bas de murs tachés.",
     true},
    {"degat-des-eaux", "recherche-fuite", "Tache humide au plafond de la salle de bains, origine inconnue.", false},
    {"degat-des-eaux", "peinture;parquet-sols",
     "Infiltration depuis le voisin du dessus : plafond du salon et parquet à reprendre.", false},
    {"degat-des-eaux", "platrerie+peinture", "Plafond du couloir effondré sur 4 m2 après une rupture de canalisation.",
     true},
    {"incendie", "nettoyage;electricite+peinture", "Départ de feu dans la cuisine, suies dans tout le logement.", true},
    {"tempete", "couverture", "Une trentaine de tuiles arrachées, bâche posée en attendant.", true},
    {"tempete", "charpente+couverture", "Chute d’arbre sur le garage, une ferme à remplacer.", false},
    {"grele-neige", "couverture;facade", "Impacts de grêle sur la toiture et la façade sud.", false},
    {"bris-de-glace", "vitrerie", "Baie vitrée du séjour fendue, double vitrage à remplacer.", false},
    {"vol", "serrurerie", "Porte d’entrée forcée, serrure trois points à changer.", true},
    {"vol", "menuiserie-bois+serrurerie", "Porte-fenêtre arrière fracturée.", false},
    {"dommages-electriques", "electricite", "Tableau endommagé par la foudre, plusieurs circuits coupés.", true},
    {"vandalisme", "facade+peinture", "Tags sur la façade et le portail.", false},
    {"choc-vehicule", "maconnerie", "Mur de clôture renversé par un véhicule.", false},
    {"degat-des-eaux", "carrelage+plomberie", "Joints de douche défaillants, carrelage décollé.", false},
};

constexpr int total_stories() {
  int sum = 0;
  for (const auto& plot : all_plots) sum += plot.stories;
  return sum;
}
static_assert(total_stories() == 100);

}  // namespace

std::span<const Plot> plots() { return all_plots; }
std::span<const Loss> losses() { return all_losses; }

}  // namespace app::demo
