using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Vejviser.Core.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PrivateHosts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "outgrown_people",
                table: "housing_need",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "hosting_wish",
                columns: table => new
                {
                    household_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    smokes = table.Column<bool>(type: "INTEGER", nullable: false),
                    avoids_pets = table.Column<bool>(type: "INTEGER", nullable: false),
                    together = table.Column<int>(type: "INTEGER", nullable: false),
                    area_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hosting_wish", x => x.household_id);
                    table.ForeignKey(
                        name: "fk_hosting_wish_households_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_hosting_wish_housing_area_area_id",
                        column: x => x.area_id,
                        principalTable: "housing_area",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "private_host",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    phone = table.Column<string>(type: "TEXT", nullable: true),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    rooms = table.Column<int>(type: "INTEGER", nullable: false),
                    people_most = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    accepts_smoking = table.Column<bool>(type: "INTEGER", nullable: false),
                    has_pets = table.Column<bool>(type: "INTEGER", nullable: false),
                    together = table.Column<int>(type: "INTEGER", nullable: false),
                    speaks = table.Column<string>(type: "TEXT", nullable: false),
                    about = table.Column<string>(type: "TEXT", nullable: true),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    answered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    visit_meeting_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    judged_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    judgement = table.Column<string>(type: "TEXT", nullable: true),
                    expectations = table.Column<string>(type: "TEXT", nullable: true),
                    dwelling_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    market_rent = table.Column<int>(type: "INTEGER", nullable: true),
                    market_rent_ground = table.Column<string>(type: "TEXT", nullable: true),
                    waiting_since = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    next_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_private_host", x => x.id);
                    table.ForeignKey(
                        name: "fk_private_host_dwelling_dwelling_id",
                        column: x => x.dwelling_id,
                        principalTable: "dwelling",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_private_host_meetings_visit_meeting_id",
                        column: x => x.visit_meeting_id,
                        principalTable: "meeting",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "host_access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    host_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    link_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code_hash = table.Column<string>(type: "TEXT", nullable: false),
                    given_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    wrong_tries = table.Column<int>(type: "INTEGER", nullable: false),
                    locked_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    last_used_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_access", x => x.id);
                    table.ForeignKey(
                        name: "fk_host_access_private_hosts_host_id",
                        column: x => x.host_id,
                        principalTable: "private_host",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "host_lease",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    host_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    rent = table.Column<int>(type: "INTEGER", nullable: false),
                    use = table.Column<int>(type: "INTEGER", nullable: false),
                    market_rent = table.Column<int>(type: "INTEGER", nullable: false),
                    signed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    signed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_lease", x => x.id);
                    table.ForeignKey(
                        name: "fk_host_lease_private_hosts_host_id",
                        column: x => x.host_id,
                        principalTable: "private_host",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "host_match",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    host_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    household_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    made_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    by_hand = table.Column<string>(type: "TEXT", nullable: true),
                    is_automatic = table.Column<bool>(type: "INTEGER", nullable: false),
                    parts = table.Column<string>(type: "TEXT", nullable: false),
                    host_meets = table.Column<bool>(type: "INTEGER", nullable: true),
                    household_meets = table.Column<bool>(type: "INTEGER", nullable: true),
                    meeting_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    host_answer = table.Column<bool>(type: "INTEGER", nullable: true),
                    household_answer = table.Column<bool>(type: "INTEGER", nullable: true),
                    answer_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    declined_by = table.Column<int>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    lease_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    moved_out = table.Column<int>(type: "INTEGER", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    standing_host_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    standing_household_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_host_match", x => x.id);
                    table.ForeignKey(
                        name: "fk_host_match_households_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_host_match_leases_lease_id",
                        column: x => x.lease_id,
                        principalTable: "lease",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_host_match_meetings_meeting_id",
                        column: x => x.meeting_id,
                        principalTable: "meeting",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_host_match_plans_plan_id",
                        column: x => x.plan_id,
                        principalTable: "plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_host_match_private_hosts_host_id",
                        column: x => x.host_id,
                        principalTable: "private_host",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_host_access_host_id",
                table: "host_access",
                column: "host_id");

            migrationBuilder.CreateIndex(
                name: "ix_host_access_link_hash",
                table: "host_access",
                column: "link_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_host_lease_host_id",
                table: "host_lease",
                column: "host_id");

            migrationBuilder.CreateIndex(
                name: "ix_host_match_host_id",
                table: "host_match",
                column: "host_id");

            migrationBuilder.CreateIndex(
                name: "ix_host_match_household_id",
                table: "host_match",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_host_match_lease_id",
                table: "host_match",
                column: "lease_id");

            migrationBuilder.CreateIndex(
                name: "ix_host_match_meeting_id",
                table: "host_match",
                column: "meeting_id");

            migrationBuilder.CreateIndex(
                name: "ix_host_match_plan_id",
                table: "host_match",
                column: "plan_id");

            migrationBuilder.CreateIndex(
                name: "ix_host_match_standing_host_id",
                table: "host_match",
                column: "standing_host_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_host_match_standing_household_id",
                table: "host_match",
                column: "standing_household_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_hosting_wish_area_id",
                table: "hosting_wish",
                column: "area_id");

            migrationBuilder.CreateIndex(
                name: "ix_private_host_dwelling_id",
                table: "private_host",
                column: "dwelling_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_private_host_received_at",
                table: "private_host",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "ix_private_host_state",
                table: "private_host",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_private_host_visit_meeting_id",
                table: "private_host",
                column: "visit_meeting_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "host_access");

            migrationBuilder.DropTable(
                name: "host_lease");

            migrationBuilder.DropTable(
                name: "host_match");

            migrationBuilder.DropTable(
                name: "hosting_wish");

            migrationBuilder.DropTable(
                name: "private_host");

            migrationBuilder.DropColumn(
                name: "outgrown_people",
                table: "housing_need");
        }
    }
}
