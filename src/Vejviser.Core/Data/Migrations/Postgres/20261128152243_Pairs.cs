using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vejviser.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Pairs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "pair_round",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    practice = table.Column<string>(type: "text", nullable: false),
                    practice_number = table.Column<int>(type: "integer", nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    facts = table.Column<string>(type: "text", nullable: false),
                    pairs = table.Column<int>(type: "integer", nullable: false),
                    by_hand = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pair_round", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "town",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    leader = table.Column<string>(type: "text", nullable: true),
                    leader_phone = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_town", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "volunteer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    practice = table.Column<string>(type: "text", nullable: false),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    phone = table.Column<string>(type: "text", nullable: true),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    most = table.Column<int>(type: "integer", nullable: false),
                    hours_a_month = table.Column<int>(type: "integer", nullable: true),
                    has_children = table.Column<bool>(type: "boolean", nullable: false),
                    certificate = table.Column<int>(type: "integer", nullable: false),
                    certificate_on = table.Column<DateOnly>(type: "date", nullable: true),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_volunteer", x => x.id);
                    table.ForeignKey(
                        name: "fk_volunteer_asp_net_users_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_volunteer_partner_organisations_partner_id",
                        column: x => x.partner_id,
                        principalTable: "partner_organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "volunteer_enquiry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    practice = table.Column<string>(type: "text", nullable: false),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    late_from = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    owner_unit_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_volunteer_enquiry", x => x.id);
                    table.ForeignKey(
                        name: "fk_volunteer_enquiry_asp_net_users_asked_by",
                        column: x => x.asked_by,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_volunteer_enquiry_partner_organisations_partner_id",
                        column: x => x.partner_id,
                        principalTable: "partner_organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pair_wish",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    town_id = table.Column<Guid>(type: "uuid", nullable: true),
                    words = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pair_wish", x => x.plan_id);
                    table.ForeignKey(
                        name: "fk_pair_wish_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_pair_wish_towns_town_id",
                        column: x => x.town_id,
                        principalTable: "town",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "pair_choice",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    practice = table.Column<string>(type: "text", nullable: false),
                    volunteer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    by_account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pair_choice", x => x.plan_id);
                    table.ForeignKey(
                        name: "fk_pair_choice_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_pair_choice_volunteers_volunteer_id",
                        column: x => x.volunteer_id,
                        principalTable: "volunteer",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "volunteer_industry",
                columns: table => new
                {
                    volunteer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    industry = table.Column<string>(type: "text", nullable: false),
                    is_network = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_volunteer_industry", x => new { x.volunteer_id, x.industry, x.is_network });
                    table.ForeignKey(
                        name: "fk_volunteer_industry_volunteers_volunteer_id",
                        column: x => x.volunteer_id,
                        principalTable: "volunteer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "volunteer_language",
                columns: table => new
                {
                    volunteer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_volunteer_language", x => new { x.volunteer_id, x.language });
                    table.ForeignKey(
                        name: "fk_volunteer_language_volunteers_volunteer_id",
                        column: x => x.volunteer_id,
                        principalTable: "volunteer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "volunteer_pair",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    practice = table.Column<string>(type: "text", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    volunteer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    held_plan_id = table.Column<Guid>(type: "uuid", nullable: true),
                    held_place = table.Column<int>(type: "integer", nullable: true),
                    state = table.Column<int>(type: "integer", nullable: false),
                    by_hand = table.Column<string>(type: "text", nullable: true),
                    parts = table.Column<string>(type: "text", nullable: false),
                    runner_up_id = table.Column<Guid>(type: "uuid", nullable: true),
                    price = table.Column<double>(type: "double precision", nullable: true),
                    asked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    newcomer_yes_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    volunteer_yes_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    declined_by = table.Column<int>(type: "integer", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    start_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_volunteer_pair", x => x.id);
                    table.ForeignKey(
                        name: "fk_volunteer_pair_pair_round_round_id",
                        column: x => x.round_id,
                        principalTable: "pair_round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_volunteer_pair_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_volunteer_pair_volunteer_volunteer_id",
                        column: x => x.volunteer_id,
                        principalTable: "volunteer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "volunteer_town",
                columns: table => new
                {
                    volunteer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    town_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_volunteer_town", x => new { x.volunteer_id, x.town_id });
                    table.ForeignKey(
                        name: "fk_volunteer_town_towns_town_id",
                        column: x => x.town_id,
                        principalTable: "town",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_volunteer_town_volunteers_volunteer_id",
                        column: x => x.volunteer_id,
                        principalTable: "volunteer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pair_wish_industry",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    industry = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pair_wish_industry", x => new { x.plan_id, x.industry });
                    table.ForeignKey(
                        name: "fk_pair_wish_industry_pair_wishes_plan_id",
                        column: x => x.plan_id,
                        principalTable: "pair_wish",
                        principalColumn: "plan_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "volunteer_hours",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    pair_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    what = table.Column<string>(type: "text", nullable: true),
                    by_account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_volunteer_hours", x => x.id);
                    table.ForeignKey(
                        name: "fk_volunteer_hours_volunteer_pairs_pair_id",
                        column: x => x.pair_id,
                        principalTable: "volunteer_pair",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_pair_choice_volunteer_id",
                table: "pair_choice",
                column: "volunteer_id");

            migrationBuilder.CreateIndex(
                name: "ix_pair_round_practice_decided_at",
                table: "pair_round",
                columns: new[] { "practice", "decided_at" });

            migrationBuilder.CreateIndex(
                name: "ix_pair_wish_town_id",
                table: "pair_wish",
                column: "town_id");

            migrationBuilder.CreateIndex(
                name: "ix_town_name",
                table: "town",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_volunteer_account_id",
                table: "volunteer",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_volunteer_partner_id",
                table: "volunteer",
                column: "partner_id");

            migrationBuilder.CreateIndex(
                name: "ix_volunteer_practice_name",
                table: "volunteer",
                columns: new[] { "practice", "name" });

            migrationBuilder.CreateIndex(
                name: "ix_volunteer_enquiry_asked_by",
                table: "volunteer_enquiry",
                column: "asked_by");

            migrationBuilder.CreateIndex(
                name: "ix_volunteer_enquiry_partner_id",
                table: "volunteer_enquiry",
                column: "partner_id");

            migrationBuilder.CreateIndex(
                name: "ix_volunteer_enquiry_practice_answered_at",
                table: "volunteer_enquiry",
                columns: new[] { "practice", "answered_at" });

            migrationBuilder.CreateIndex(
                name: "ix_volunteer_hours_pair_id",
                table: "volunteer_hours",
                column: "pair_id");

            migrationBuilder.CreateIndex(
                name: "ix_volunteer_pair_held_plan_id",
                table: "volunteer_pair",
                column: "held_plan_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_volunteer_pair_plan_id",
                table: "volunteer_pair",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_volunteer_pair_practice_state",
                table: "volunteer_pair",
                columns: new[] { "practice", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_volunteer_pair_round_id",
                table: "volunteer_pair",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ix_volunteer_pair_volunteer_id_held_place",
                table: "volunteer_pair",
                columns: new[] { "volunteer_id", "held_place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_volunteer_town_town_id",
                table: "volunteer_town",
                column: "town_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pair_choice");

            migrationBuilder.DropTable(
                name: "pair_wish_industry");

            migrationBuilder.DropTable(
                name: "volunteer_enquiry");

            migrationBuilder.DropTable(
                name: "volunteer_hours");

            migrationBuilder.DropTable(
                name: "volunteer_industry");

            migrationBuilder.DropTable(
                name: "volunteer_language");

            migrationBuilder.DropTable(
                name: "volunteer_town");

            migrationBuilder.DropTable(
                name: "pair_wish");

            migrationBuilder.DropTable(
                name: "volunteer_pair");

            migrationBuilder.DropTable(
                name: "town");

            migrationBuilder.DropTable(
                name: "pair_round");

            migrationBuilder.DropTable(
                name: "volunteer");
        }
    }
}
