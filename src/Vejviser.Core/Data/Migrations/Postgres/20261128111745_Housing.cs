using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vejviser.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Housing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "allocation_meeting",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    policy_number = table.Column<int>(type: "integer", nullable: true),
                    minutes = table.Column<string>(type: "text", nullable: true),
                    facts = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_allocation_meeting", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "association_year",
                columns: table => new
                {
                    association_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    move_outs = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_association_year", x => new { x.association_id, x.year });
                    table.ForeignKey(
                        name: "fk_association_year_partner_organisations_association_id",
                        column: x => x.association_id,
                        principalTable: "partner_organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "housing_agreement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    quarter_percent = table.Column<int>(type: "integer", nullable: false),
                    extra_homes = table.Column<int>(type: "integer", nullable: false),
                    extra_to = table.Column<DateOnly>(type: "date", nullable: false),
                    activity_kroner = table.Column<int>(type: "integer", nullable: false),
                    activity_spent = table.Column<int>(type: "integer", nullable: false),
                    hotline_hours = table.Column<int>(type: "integer", nullable: false),
                    has_guarantee = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_housing_agreement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "housing_area",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    work_percent = table.Column<int>(type: "integer", nullable: false),
                    is_listed = table.Column<bool>(type: "boolean", nullable: false),
                    school_metres = table.Column<int>(type: "integer", nullable: false),
                    transport_metres = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_housing_area", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "housing_need",
                columns: table => new
                {
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_waiting = table.Column<bool>(type: "boolean", nullable: false),
                    waiting_since = table.Column<DateOnly>(type: "date", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    rooms = table.Column<int>(type: "integer", nullable: true),
                    income = table.Column<int>(type: "integer", nullable: true),
                    housing_benefit = table.Column<int>(type: "integer", nullable: false),
                    needs_access = table.Column<bool>(type: "boolean", nullable: false),
                    is_future_student = table.Column<bool>(type: "boolean", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_housing_need", x => x.household_id);
                    table.ForeignKey(
                        name: "fk_housing_need_households_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "housing_policy",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    work_weight = table.Column<int>(type: "integer", nullable: false),
                    school_weight = table.Column<int>(type: "integer", nullable: false),
                    transport_weight = table.Column<int>(type: "integer", nullable: false),
                    youth_weight = table.Column<int>(type: "integer", nullable: false),
                    spare_room_weight = table.Column<int>(type: "integer", nullable: false),
                    waiting_weight = table.Column<int>(type: "integer", nullable: false),
                    people_per_room = table.Column<int>(type: "integer", nullable: false),
                    spare_rooms_most = table.Column<int>(type: "integer", nullable: false),
                    kept_per_adult = table.Column<int>(type: "integer", nullable: false),
                    kept_per_child = table.Column<int>(type: "integer", nullable: false),
                    most_days_ahead = table.Column<int>(type: "integer", nullable: false),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by_account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_housing_policy", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "allocation_placement",
                columns: table => new
                {
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dwelling_id = table.Column<Guid>(type: "uuid", nullable: true),
                    nomination_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by_hand = table.Column<string>(type: "text", nullable: true),
                    parts = table.Column<string>(type: "text", nullable: false),
                    runner_up_id = table.Column<Guid>(type: "uuid", nullable: true),
                    price = table.Column<double>(type: "double precision", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_allocation_placement", x => new { x.meeting_id, x.household_id });
                    table.ForeignKey(
                        name: "fk_allocation_placement_allocation_meeting_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "allocation_meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_allocation_placement_households_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "agreement_association",
                columns: table => new
                {
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    association_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_association", x => new { x.agreement_id, x.association_id });
                    table.ForeignKey(
                        name: "fk_agreement_association_housing_agreements_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "housing_agreement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_agreement_association_partner_organisations_association_id",
                        column: x => x.association_id,
                        principalTable: "partner_organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "agreement_milestone",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agreement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    reached_on = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_milestone", x => x.id);
                    table.ForeignKey(
                        name: "fk_agreement_milestone_housing_agreements_agreement_id",
                        column: x => x.agreement_id,
                        principalTable: "housing_agreement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "estate",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    association_id = table.Column<Guid>(type: "uuid", nullable: false),
                    area_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_integration_supporting = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_estate", x => x.id);
                    table.ForeignKey(
                        name: "fk_estate_housing_areas_area_id",
                        column: x => x.area_id,
                        principalTable: "housing_area",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_estate_partner_organisations_association_id",
                        column: x => x.association_id,
                        principalTable: "partner_organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "dwelling",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: true),
                    area_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    rooms = table.Column<int>(type: "integer", nullable: false),
                    square_metres = table.Column<int>(type: "integer", nullable: false),
                    rent = table.Column<int>(type: "integer", nullable: false),
                    use = table.Column<int>(type: "integer", nullable: false),
                    is_accessible = table.Column<bool>(type: "boolean", nullable: false),
                    available_from = table.Column<DateOnly>(type: "date", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dwelling", x => x.id);
                    table.ForeignKey(
                        name: "fk_dwelling_estates_estate_id",
                        column: x => x.estate_id,
                        principalTable: "estate",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_dwelling_housing_areas_area_id",
                        column: x => x.area_id,
                        principalTable: "housing_area",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "housing_case",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    estate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    reported_by = table.Column<string>(type: "text", nullable: false),
                    reported_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    answer_by = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    municipal_owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    association_owner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_housing_case", x => x.id);
                    table.ForeignKey(
                        name: "fk_housing_case_asp_net_users_association_owner_id",
                        column: x => x.association_owner_id,
                        principalTable: "account",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_housing_case_asp_net_users_municipal_owner_id",
                        column: x => x.municipal_owner_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_housing_case_estates_estate_id",
                        column: x => x.estate_id,
                        principalTable: "estate",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "allocation_pin",
                columns: table => new
                {
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: false),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dwelling_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    by_account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_allocation_pin", x => new { x.meeting_id, x.household_id });
                    table.ForeignKey(
                        name: "fk_allocation_pin_allocation_meeting_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "allocation_meeting",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_allocation_pin_dwellings_dwelling_id",
                        column: x => x.dwelling_id,
                        principalTable: "dwelling",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_allocation_pin_households_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lease",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    dwelling_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tenant = table.Column<int>(type: "integer", nullable: false),
                    household_id = table.Column<Guid>(type: "uuid", nullable: true),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    rent = table.Column<int>(type: "integer", nullable: false),
                    use = table.Column<int>(type: "integer", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    held_dwelling_id = table.Column<Guid>(type: "uuid", nullable: true),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lease", x => x.id);
                    table.ForeignKey(
                        name: "fk_lease_dwelling_dwelling_id",
                        column: x => x.dwelling_id,
                        principalTable: "dwelling",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_lease_households_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "nomination",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dwelling_id = table.Column<Guid>(type: "uuid", nullable: false),
                    association_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lease_id = table.Column<Guid>(type: "uuid", nullable: false),
                    right = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    meeting_id = table.Column<Guid>(type: "uuid", nullable: true),
                    made_on = table.Column<DateOnly>(type: "date", nullable: false),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    standing_household_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_nomination", x => x.id);
                    table.ForeignKey(
                        name: "fk_nomination_dwelling_dwelling_id",
                        column: x => x.dwelling_id,
                        principalTable: "dwelling",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_nomination_households_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_nomination_lease_lease_id",
                        column: x => x.lease_id,
                        principalTable: "lease",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_nomination_partner_organisations_association_id",
                        column: x => x.association_id,
                        principalTable: "partner_organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_agreement_association_association_id",
                table: "agreement_association",
                column: "association_id");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_milestone_agreement_id",
                table: "agreement_milestone",
                column: "agreement_id");

            migrationBuilder.CreateIndex(
                name: "ix_allocation_meeting_day",
                table: "allocation_meeting",
                column: "day",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_allocation_pin_dwelling_id",
                table: "allocation_pin",
                column: "dwelling_id");

            migrationBuilder.CreateIndex(
                name: "ix_allocation_pin_household_id",
                table: "allocation_pin",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_allocation_placement_household_id",
                table: "allocation_placement",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_dwelling_address",
                table: "dwelling",
                column: "address",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dwelling_area_id",
                table: "dwelling",
                column: "area_id");

            migrationBuilder.CreateIndex(
                name: "ix_dwelling_estate_id",
                table: "dwelling",
                column: "estate_id");

            migrationBuilder.CreateIndex(
                name: "ix_dwelling_is_withdrawn_kind_available_from",
                table: "dwelling",
                columns: new[] { "is_withdrawn", "kind", "available_from" });

            migrationBuilder.CreateIndex(
                name: "ix_estate_area_id",
                table: "estate",
                column: "area_id");

            migrationBuilder.CreateIndex(
                name: "ix_estate_association_id_name",
                table: "estate",
                columns: new[] { "association_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_housing_area_name",
                table: "housing_area",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_housing_case_association_owner_id",
                table: "housing_case",
                column: "association_owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_housing_case_estate_id_reported_at",
                table: "housing_case",
                columns: new[] { "estate_id", "reported_at" });

            migrationBuilder.CreateIndex(
                name: "ix_housing_case_municipal_owner_id",
                table: "housing_case",
                column: "municipal_owner_id");

            migrationBuilder.CreateIndex(
                name: "ix_housing_need_waiting_since",
                table: "housing_need",
                column: "waiting_since",
                filter: "is_waiting");

            migrationBuilder.CreateIndex(
                name: "ix_lease_dwelling_id",
                table: "lease",
                column: "dwelling_id");

            migrationBuilder.CreateIndex(
                name: "ix_lease_held_dwelling_id",
                table: "lease",
                column: "held_dwelling_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lease_household_id",
                table: "lease",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_nomination_association_id_made_on",
                table: "nomination",
                columns: new[] { "association_id", "made_on" });

            migrationBuilder.CreateIndex(
                name: "ix_nomination_dwelling_id",
                table: "nomination",
                column: "dwelling_id");

            migrationBuilder.CreateIndex(
                name: "ix_nomination_household_id",
                table: "nomination",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_nomination_lease_id",
                table: "nomination",
                column: "lease_id");

            migrationBuilder.CreateIndex(
                name: "ix_nomination_standing_household_id",
                table: "nomination",
                column: "standing_household_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agreement_association");

            migrationBuilder.DropTable(
                name: "agreement_milestone");

            migrationBuilder.DropTable(
                name: "allocation_pin");

            migrationBuilder.DropTable(
                name: "allocation_placement");

            migrationBuilder.DropTable(
                name: "association_year");

            migrationBuilder.DropTable(
                name: "housing_case");

            migrationBuilder.DropTable(
                name: "housing_need");

            migrationBuilder.DropTable(
                name: "housing_policy");

            migrationBuilder.DropTable(
                name: "nomination");

            migrationBuilder.DropTable(
                name: "housing_agreement");

            migrationBuilder.DropTable(
                name: "allocation_meeting");

            migrationBuilder.DropTable(
                name: "lease");

            migrationBuilder.DropTable(
                name: "dwelling");

            migrationBuilder.DropTable(
                name: "estate");

            migrationBuilder.DropTable(
                name: "housing_area");
        }
    }
}
